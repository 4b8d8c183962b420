package timeslice.lab.contextswitch.ch2;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.memory.Access.READ;
import static timeslice.memory.Access.WRITE;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.cpu.Costs;
import timeslice.lab.contextswitch.ch2.MmuRun.ForgetfulTlb;
import timeslice.lab.contextswitch.ch2.MmuRun.Step;
import timeslice.memory.FifoTlb;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Protection;
import timeslice.memory.SetAssociativeTlb;
import timeslice.memory.StackDistances;
import timeslice.memory.Tlb;
import timeslice.memory.Translation;
import timeslice.workbook.Exercise;
import timeslice.workbook.oracle.PlainPageTable;

@Exercise(
    value = "2.3",
    answers = Mmu.class,
    closed = {
      "timeslice.memory.Mmu",
      "timeslice.memory.SetAssociativeTlb",
      "timeslice.memory.TaggedSetAssociativeTlb",
      "timeslice.memory.FifoTlb",
      "timeslice.memory.StackDistances"
    })
class MmuProperties {
  /** Every price is another, so that none can stand for another. */
  private static final Costs PRICES = new Costs(3, 100, 10_000, 1_000, 80, 90, 70, 2_000, 110);

  /** TLBs that have little in common; their names in a failure say what they are. */
  enum Kind {
    FORGETFUL,
    ONE_ENTRY,
    FOUR_FIFO,
    TWO_SETS_OF_TWO,
    LARGE;

    Tlb tlb() {
      return switch (this) {
        case FORGETFUL -> new ForgetfulTlb();
        case ONE_ENTRY -> new SetAssociativeTlb(1, 1);
        case FOUR_FIFO -> new FifoTlb(4);
        case TWO_SETS_OF_TWO -> new SetAssociativeTlb(2, 2);
        case LARGE -> new SetAssociativeTlb(1, 64);
      };
    }

    @Override
    public String toString() {
      return switch (this) {
        case FORGETFUL -> "a TLB that remembers nothing";
        case ONE_ENTRY -> "a TLB of one entry";
        case FOUR_FIFO -> "a FIFO TLB of 4 entries";
        case TWO_SETS_OF_TWO -> "a TLB of 2 sets of 2 ways";
        case LARGE -> "an LRU TLB of 64 entries";
      };
    }
  }

  @Example
  void aFirstTouchWalksAndASecondHits() {
    Mmu mmu = new Mmu(new SetAssociativeTlb(1, 4), new PlainPageTable(), Costs.TEXTBOOK);
    mmu.map(1, PageTableEntry.of(5));
    long before = mmu.cycles();

    assertThat(mmu.access(0x1000, READ))
        .as("read 0x1000, page 1 in frame 5")
        .isEqualTo(new Translation.Physical(0x5000));
    assertThat(mmu.cycles() - before).as("cycles of the first touch: 1 + 4 × 100").isEqualTo(401);
    assertThat(mmu.access(0x1ff8, WRITE))
        .as("write 0x1ff8, page 1 in frame 5")
        .isEqualTo(new Translation.Physical(0x5ff8));
    assertThat(mmu.cycles() - before).as("cycles of both touches: 401 + 1").isEqualTo(402);
  }

  @Example
  void aWriteToAReadOnlyPageFaultsWithAWarmTlbToo() {
    Mmu mmu = new Mmu(new SetAssociativeTlb(1, 4), new PlainPageTable(), Costs.TEXTBOOK);
    mmu.map(2, new PageTableEntry(9, Protection.READ_ONLY));
    mmu.access(0x2010, READ);

    assertThat(mmu.access(0x2010, WRITE))
        .as("write 0x2010 after read 0x2010; page 2 is read-only")
        .isEqualTo(new Translation.Forbidden(2, WRITE));
    assertThat(mmu.hits()).as("hits: the TLB knew the page").isEqualTo(1);
  }

  @Property(tries = 300)
  void translationNeverDependsOnTheTlb(@ForAll("steps") List<Step> steps, @ForAll Kind kind) {
    assertThat(new MmuRun(kind.tlb(), Costs.FREE, steps).answers())
        .as("answers of %s with %s", steps, kind)
        .isEqualTo(MmuRun.truth(steps));
  }

  @Property(tries = 300)
  void itMissesExactlyWhenTheTlbDoesNotKnowThePage(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 4) int entries) {
    MmuRun run = new MmuRun(new SetAssociativeTlb(1, entries), Costs.FREE, steps);
    long misses = MmuRun.misses(steps, entries);

    assertThat(run.mmu().misses())
        .as("misses of %s with an LRU TLB of %d", steps, entries)
        .isEqualTo(misses);
    assertThat(run.mmu().hits())
        .as("hits of %s with an LRU TLB of %d", steps, entries)
        .isEqualTo(uses(steps) - misses);
  }

  @Property(tries = 100)
  void aMissIsNotAFault(@ForAll("presentPages") List<Integer> pages, @ForAll Kind kind) {
    Mmu mmu = new Mmu(kind.tlb(), tableOf(5), Costs.FREE);
    pages.forEach(page -> mmu.access(4096L * page, READ));

    assertThat(mmu.faults())
        .as("faults of reads of pages %s, all present; %d misses", pages, mmu.misses())
        .isZero();
  }

  @Property(tries = 200)
  void everyTranslationThatFailedIsOneFault(@ForAll("steps") List<Step> steps, @ForAll Kind kind) {
    MmuRun run = new MmuRun(kind.tlb(), Costs.FREE, steps);
    long failed =
        MmuRun.truth(steps).stream()
            .filter(answer -> !(answer instanceof Translation.Physical))
            .count();

    assertThat(run.mmu().faults()).as("faults of %s with %s", steps, kind).isEqualTo(failed);
  }

  @Property(tries = 100)
  void whatFailedIsNotRemembered(@ForAll @IntRange(min = 1, max = 5) int writes) {
    PlainPageTable table = new PlainPageTable();
    table.map(3, new PageTableEntry(7, Protection.READ_ONLY));
    Mmu mmu = new Mmu(new SetAssociativeTlb(1, 4), table, Costs.FREE);
    for (int i = 0; i < writes; i++) {
      mmu.access(0x3000, WRITE);
      mmu.access(0x4000, READ);
    }
    table.map(4, PageTableEntry.of(8));

    assertThat(mmu.misses())
        .as("misses of %d writes to a read-only page and %d reads of an absent one", writes, writes)
        .isEqualTo(2L * writes);
    assertThat(mmu.access(0x4000, READ))
        .as("read 0x4000: absent so far, and now the table has got an entry for it")
        .isEqualTo(new Translation.Physical(0x8000));
  }

  @Property(tries = 200)
  void aMissWalksOnceAndAHitDoesNot(@ForAll("steps") List<Step> steps, @ForAll Kind kind) {
    MmuRun run = new MmuRun(kind.tlb(), Costs.FREE, steps);

    assertThat(run.walks())
        .as("walks of the page table in %s with %s: one a miss, none a hit", steps, kind)
        .isEqualTo(run.mmu().misses());
  }

  @Property(tries = 100)
  void afterUnmappingOnePageTheOthersStillHit(
      @ForAll @IntRange(min = 1, max = 6) int n, @ForAll @IntRange(min = 0, max = 5) int which) {
    int gone = which % n;
    Mmu mmu = new Mmu(new SetAssociativeTlb(1, 6), tableOf(n), Costs.FREE);
    IntStream.range(0, n).forEach(page -> mmu.access(4096L * page, READ));

    mmu.unmap(gone);
    IntStream.range(0, n).forEach(page -> mmu.access(4096L * page, READ));

    assertThat(mmu.hits())
        .as("hits in a second round over %d pages, after page %d was unmapped", n, gone)
        .isEqualTo(n - 1);
    assertThat(mmu.access(4096L * gone, READ))
        .as("read of page %d, which was unmapped", gone)
        .isEqualTo(new Translation.Absent(gone));
  }

  @Property(tries = 100)
  void aPageMappedAnewIsSeenAtOnceAndTheOthersStillHit(
      @ForAll @IntRange(min = 1, max = 6) int n, @ForAll @IntRange(min = 0, max = 5) int which) {
    int moved = which % n;
    Mmu mmu = new Mmu(new SetAssociativeTlb(1, 6), tableOf(n), Costs.FREE);
    IntStream.range(0, n).forEach(page -> mmu.access(4096L * page, READ));

    mmu.map(moved, PageTableEntry.of(99));

    assertThat(mmu.access(4096L * moved + 8, READ))
        .as("read of page %d, which was known, and was then mapped to frame 99", moved)
        .isEqualTo(new Translation.Physical(99 * 4096 + 8));
    IntStream.range(0, n).forEach(page -> mmu.access(4096L * page, READ));
    assertThat(mmu.misses())
        .as("misses: %d first touches, and page %d once more", n, moved)
        .isEqualTo(n + 1L);
  }

  @Property(tries = 300)
  void cyclesAreTheSumOfWhatHappened(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(min = 1, max = 4) int entries) {
    long misses = MmuRun.misses(steps, entries);
    long faults =
        MmuRun.truth(steps).stream()
            .filter(answer -> !(answer instanceof Translation.Physical))
            .count();
    long changes = steps.size() - uses(steps);

    assertThat(new MmuRun(new SetAssociativeTlb(1, entries), PRICES, steps).mmu().cycles())
        .as(
            "cycles of %s, LRU TLB of %d: %d accesses × 3 + %d misses × 4 × 100"
                + " + %d faults × 10000 + %d changes × 70",
            steps, entries, uses(steps), misses, faults, changes)
        .isEqualTo(uses(steps) * 3 + misses * 4 * 100 + faults * 10_000 + changes * 70);
  }

  @Property(tries = 2)
  void aRealProgramMissesExactlyAsOftenAsMattsonSays(@ForAll("realSizes") int entries) {
    RealTrace trace = RealTrace.read();
    Mmu mmu = new Mmu(new SetAssociativeTlb(1, entries), trace.table(), Costs.FREE);
    for (int i = 0; i < trace.addresses().length; i++) {
      mmu.access(trace.addresses()[i], trace.accesses()[i]);
    }

    assertThat(mmu.misses())
        .as("misses of the recorded trace (%s) with an LRU TLB of %d entries", trace, entries)
        .isEqualTo(StackDistances.of(trace.pages()).misses(entries));
    assertThat(mmu.faults()).as("faults; every page of the trace is present").isZero();
  }

  private static long uses(List<Step> steps) {
    return steps.stream().filter(Step.Use.class::isInstance).count();
  }

  /** A table of pages 0 to n - 1, each in a frame of its own. */
  private static PlainPageTable tableOf(int n) {
    PlainPageTable table = new PlainPageTable();
    IntStream.range(0, n).forEach(page -> table.map(page, PageTableEntry.of(10 + page)));
    return table;
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return MmuRun.steps();
  }

  @Provide
  Arbitrary<List<Integer>> presentPages() {
    return Arbitraries.integers().between(0, 4).list().ofMinSize(1).ofMaxSize(20);
  }

  @Provide
  Arbitrary<Integer> realSizes() {
    return Arbitraries.of(8, 48);
  }
}
