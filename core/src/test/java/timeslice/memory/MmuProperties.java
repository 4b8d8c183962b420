package timeslice.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.cpu.Costs;

/** The MMU says what the page tables say, and is faster or slower by what its TLB remembers. */
class MmuProperties {
  private static final Costs COSTS = Costs.TEXTBOOK;

  /** One thing that happens on a machine with three processes. */
  sealed interface Event {
    record Touch(long page, int offset, Access access) implements Event {}

    record Remap(long page, PageTableEntry entry) implements Event {}

    record Unmap(long page) implements Event {}

    record Switch(int asid, boolean flush) implements Event {}

    record Invalidate(long page) implements Event {}

    record Flush(boolean all) implements Event {}
  }

  @Property
  void itTranslatesAsThePageTableOfTheProcessSays(
      @ForAll("events") List<Event> events,
      @ForAll @IntRange(min = 0, max = 2) int log2Sets,
      @ForAll @IntRange(min = 1, max = 3) int ways) {
    Mmu mmu = new Mmu(1 << log2Sets, ways, COSTS);
    List<AddressSpace> spaces = List.of(space(0), space(1), space(2));
    List<Map<Long, PageTableEntry>> maps =
        List.of(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    mmu.switchTo(spaces.get(0));
    long touches = 0;
    for (Event event : events) {
      Map<Long, PageTableEntry> map = maps.get(mmu.space().asid());
      switch (event) {
        case Event.Touch(long page, int offset, Access access) -> {
          touches++;
          long address = page << 12 | offset;
          Translation expected = translate(map, page, offset, access);
          long hits = mmu.hits();
          assertThat(mmu.access(address, access)).as("%s", event).isEqualTo(expected);
          if (expected instanceof Translation.Absent) {
            assertThat(mmu.hits()).as("an absent page is not in the TLB").isEqualTo(hits);
          }
        }
        case Event.Remap(long page, PageTableEntry entry) -> {
          map.put(page, entry);
          mmu.map(page, entry);
        }
        case Event.Unmap(long page) -> {
          map.remove(page);
          mmu.unmap(page);
        }
        case Event.Switch(int asid, boolean flush) -> {
          if (flush) {
            mmu.switchAndFlush(spaces.get(asid));
          } else {
            mmu.switchTo(spaces.get(asid));
          }
        }
        case Event.Invalidate(long page) -> mmu.invalidate(page);
        case Event.Flush(boolean all) -> {
          if (all) {
            mmu.flushAll();
          } else {
            mmu.flush();
          }
        }
      }
      assertThat(mmu.hits() + mmu.misses()).isEqualTo(touches);
    }
  }

  @Property
  void itMissesAsItsTlbAloneWould(
      @ForAll("pages") List<Long> pages,
      @ForAll @IntRange(min = 0, max = 3) int log2Sets,
      @ForAll @IntRange(min = 1, max = 4) int ways) {
    Mmu mmu = new Mmu(1 << log2Sets, ways, COSTS, new PhysicalMemory(64));
    for (long page : pages) {
      mmu.translate(page << 12, Access.READ);
    }
    assertThat(mmu.misses())
        .isEqualTo(Sample.misses(new SetAssociativeTlb(1 << log2Sets, ways), pages));
  }

  @Property
  void withDemandPagingEachPageFaultsOnceAndGetsAFrameOfItsOwn(@ForAll("pages") List<Long> pages) {
    PhysicalMemory memory = new PhysicalMemory(64);
    Mmu mmu = new Mmu(1, 3, COSTS, memory);
    Map<Long, Long> frames = new TreeMap<>();
    for (long page : pages) {
      long physical = mmu.translate(page << 12 | 5, Access.READ);
      assertThat(physical & 0xfff).as("the offset stays").isEqualTo(5);
      long before = frames.getOrDefault(page, physical >>> 12);
      assertThat(physical >>> 12).as("the frame of page %d", page).isEqualTo(before);
      frames.put(page, physical >>> 12);
    }
    assertThat(frames.values()).doesNotHaveDuplicates();
    assertThat(mmu.faults()).isEqualTo(frames.size()).isEqualTo(memory.inUse());
  }

  @Property
  void costsRiseWithTheCostOfAWalk(
      @ForAll("pages") List<Long> pages, @ForAll @IntRange(max = 1000) int walk) {
    long cheap = cycles(pages, COSTS.withWalkReference(walk));
    long dear = cycles(pages, COSTS.withWalkReference(walk + 1));
    assertThat(dear).isGreaterThanOrEqualTo(cheap);
  }

  private static long cycles(List<Long> pages, Costs costs) {
    Mmu mmu = new Mmu(2, 2, costs, new PhysicalMemory(64));
    pages.forEach(page -> mmu.translate(page << 12, Access.WRITE));
    return mmu.cycles();
  }

  @Property
  void accessedAndDirtySayWhatWasReadAndWritten(
      @ForAll("pages") List<Long> read, @ForAll("pages") List<Long> written) {
    Mmu mmu = new Mmu(2, 2, COSTS, new PhysicalMemory(64));
    read.forEach(page -> mmu.translate(page << 12, Access.READ));
    written.forEach(page -> mmu.translate(page << 12, Access.WRITE));
    read.forEach(page -> mmu.translate(page << 12, Access.READ));
    RadixPageTable table = mmu.space().table();
    for (long page = 0; page < 24; page++) {
      assertThat(table.dirty(page)).as("page %d dirty", page).isEqualTo(written.contains(page));
      assertThat(table.accessed(page))
          .as("page %d accessed", page)
          .isEqualTo(read.contains(page) || written.contains(page));
    }
  }

  @Example
  void theBillHasEveryItem() {
    Mmu mmu = new Mmu(1, 4, new Costs(1, 10, 100, 0, 1_000, 10_000, 100_000, 0, 0));
    mmu.translate(0x5000, Access.READ); // miss, the root is empty: 1 + 10, and a fault
    assertThat(mmu.cycles()).isEqualTo(111);
    mmu.map(5, new PageTableEntry(9, Protection.READ_ONLY)); // invalidates
    assertThat(mmu.cycles()).isEqualTo(100_111);
    mmu.translate(0x5000, Access.READ); // miss: 1 + 4 x 10
    mmu.translate(0x5fff, Access.READ); // hit: 1
    mmu.translate(0x5000, Access.WRITE); // hit: 1, and a fault
    assertThat(mmu.cycles()).isEqualTo(100_254);
    mmu.switchAndFlush(AddressSpace.empty(1));
    assertThat(mmu.cycles()).isEqualTo(111_254);
    assertThat(List.of(mmu.hits(), mmu.misses(), mmu.faults(), mmu.walkReferences()))
        .isEqualTo(List.of(2L, 2L, 2L, 5L));
  }

  @Example
  void aForgottenInvalidationIsSeen() {
    Mmu mmu = new Mmu(1, 4, COSTS);
    mmu.map(5, PageTableEntry.of(9));
    mmu.translate(0x5000, Access.READ);
    mmu.space().table().unmap(5); // the table changes, and nobody tells the TLB
    assertThat(mmu.access(0x5000, Access.READ)).isEqualTo(new Translation.Physical(0x9000));
    mmu.invalidate(5);
    assertThat(mmu.access(0x5000, Access.READ)).isEqualTo(new Translation.Absent(5));
  }

  @Example
  void theFirstWriteMeetsThePageTableAsItIsNow() {
    Mmu mmu = new Mmu(1, 4, COSTS);
    mmu.map(5, PageTableEntry.of(9));
    mmu.translate(0x5000, Access.READ);
    RadixPageTable table = mmu.space().table();
    table.unmap(5);
    assertThat(mmu.access(0x5000, Access.WRITE)).isEqualTo(new Translation.Absent(5));
    assertThat(table.walk(5)).as("nothing was mapped by the attempt").isEmpty();
    table.map(5, new PageTableEntry(9, Protection.READ_ONLY));
    assertThat(mmu.access(0x5000, Access.WRITE))
        .isEqualTo(new Translation.Forbidden(5, Access.WRITE));
  }

  @Example
  void globalPagesOutliveAnUntaggedSwitch() {
    RadixPageTable mine = new RadixPageTable();
    RadixPageTable yours = new RadixPageTable();
    mine.mapGlobal(7, PageTableEntry.of(1));
    yours.mapGlobal(7, PageTableEntry.of(1));
    Mmu mmu = new Mmu(1, 4, COSTS);
    mmu.switchTo(new AddressSpace(1, mine));
    mmu.translate(0x7000, Access.READ);
    mmu.switchAndFlush(new AddressSpace(2, yours));
    mmu.translate(0x7000, Access.WRITE);
    assertThat(mmu.hits()).isEqualTo(1);
    assertThat(yours.dirty(7)).isTrue();
    assertThat(mine.dirty(7)).isFalse();
  }

  private static AddressSpace space(int asid) {
    return AddressSpace.empty(asid);
  }

  private static Translation translate(
      Map<Long, PageTableEntry> map, long page, int offset, Access access) {
    return Optional.ofNullable(map.get(page))
        .<Translation>map(
            entry ->
                entry.protection().allows(access)
                    ? new Translation.Physical(((long) entry.frame() << 12) + offset)
                    : new Translation.Forbidden(page, access))
        .orElse(new Translation.Absent(page));
  }

  @Provide
  Arbitrary<List<Long>> pages() {
    return Sample.pages(24);
  }

  @Provide
  Arbitrary<List<Event>> events() {
    Arbitrary<Long> page = Arbitraries.of(0L, 1L, 2L, 3L, 513L, PageTable.PAGES - 1);
    Arbitrary<PageTableEntry> entry =
        Combinators.combine(
                Arbitraries.of(0, 1, 77, Integer.MAX_VALUE), Arbitraries.of(Protection.values()))
            .as(PageTableEntry::new);
    Arbitrary<Event> touch =
        Combinators.combine(page, Arbitraries.of(0, 8, 4095), Arbitraries.of(Access.values()))
            .as(Event.Touch::new);
    Arbitrary<Event> map = Combinators.combine(page, entry).as(Event.Remap::new);
    Arbitrary<Event> change =
        Combinators.combine(Arbitraries.of(0, 1, 2), Arbitraries.of(true, false))
            .as(Event.Switch::new);
    return Arbitraries.oneOf(
            touch,
            touch,
            touch,
            map,
            map,
            page.map(Event.Unmap::new),
            change,
            page.map(Event.Invalidate::new),
            Arbitraries.of(true, false).map(Event.Flush::new))
        .list()
        .ofMaxSize(60);
  }
}
