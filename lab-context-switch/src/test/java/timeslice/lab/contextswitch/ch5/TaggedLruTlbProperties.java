package timeslice.lab.contextswitch.ch5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.memory.PageTableEntry;
import timeslice.memory.TaggedTlb;
import timeslice.workbook.Exercise;

@Exercise(
    value = "5.1",
    answers = {TaggedLruTlb.class},
    optional = true,
    closed = {
      "timeslice.memory.TaggedSetAssociativeTlb",
      "timeslice.memory.SetAssociativeTlb",
      "timeslice.memory.Mmu",
      "timeslice.kernel"
    })
class TaggedLruTlbProperties {
  private static final PageTableEntry TEN = PageTableEntry.of(10);
  private static final PageTableEntry TWENTY = PageTableEntry.of(20);

  @Example
  void twoAddressSpacesHaveTheirOwnPageSeven() {
    TaggedTlb tlb = new TaggedLruTlb(4);
    tlb.insert(1, 7, TEN);
    assertThat(answer(tlb.lookup(2, 7)))
        .as("page 7 of 2, after only 1 put in its page 7")
        .isEqualTo("nothing");
    tlb.insert(2, 7, TWENTY);
    assertThat(answer(tlb.lookup(1, 7))).as("page 7 of address space 1").isEqualTo("frame 10");
    assertThat(answer(tlb.lookup(2, 7))).as("page 7 of address space 2").isEqualTo("frame 20");
  }

  @Example
  void aGlobalPageAnswersForEveryAddressSpace() {
    TaggedTlb tlb = new TaggedLruTlb(2);
    tlb.insertGlobal(9, TEN);
    tlb.lookup(1, 9);
    tlb.insert(1, 7, TWENTY);
    for (int asid : new int[] {0, 1, 2, 4095}) {
      assertThat(answer(tlb.lookup(asid, 9)))
          .as("global page 9, asked for by %d", asid)
          .isEqualTo("frame 10");
    }
    assertThat(answer(tlb.lookup(1, 7)))
        .as("page 7 of 1, beside one global entry of two")
        .isEqualTo("frame 20");
  }

  @Property(tries = 400)
  void whatItSaysIsWhatThePageTablesSay(
      @ForAll("steps") List<TagStep> steps, @ForAll @IntRange(min = 1, max = 8) int entries) {
    new Machine(new TaggedLruTlb(entries)).doAll(steps);
  }

  @Property(tries = 400)
  void itMissesExactlyWhereTheLastUseIsTooFarBack(
      @ForAll("touches") List<TagStep.Touch> touches,
      @ForAll @IntRange(min = 1, max = 8) int entries) {
    Machine machine = new Machine(new TaggedLruTlb(entries));
    machine.doAll(touches);
    assertThat(machine.misses())
        .as("misses of a TLB with %d entries on %d uses", entries, touches.size())
        .isEqualTo(Misses.byDefinition(touches, entries));
  }

  @Property(tries = 400)
  void whatIsForgottenOnPurposeMakesRoom(
      @ForAll("steps") List<TagStep> steps, @ForAll @IntRange(min = 1, max = 8) int entries) {
    Machine machine = new Machine(new TaggedLruTlb(entries));
    machine.doAll(steps);
    assertThat(machine.misses())
        .as("misses of a TLB with %d entries in %d steps", entries, steps.size())
        .isEqualTo(Misses.ofAList(steps, entries));
  }

  @Property(tries = 300)
  void itNeverMissesMoreThanFlushingAtEverySwitch(
      @ForAll("userTouches") List<TagStep.Touch> touches,
      @ForAll @IntRange(min = 1, max = 8) int entries) {
    Machine machine = new Machine(new TaggedLruTlb(entries));
    machine.doAll(touches);
    assertThat(machine.misses())
        .as("misses, compared with a TLB of %d entries emptied at every switch", entries)
        .isLessThanOrEqualTo(Misses.withFlushes(touches, entries));
  }

  @Property(tries = 100)
  void comingBackWithinCapacityIsFree(
      @ForAll @IntRange(min = 1, max = 6) int ofA, @ForAll @IntRange(max = 6) int ofB) {
    TaggedTlb tlb = new TaggedLruTlb(ofA + ofB);
    List<TagStep.Touch> there = new ArrayList<>();
    List<TagStep.Touch> back = new ArrayList<>();
    for (int page = 0; page < ofA; page++) {
      there.add(new TagStep.Touch(1, page));
      back.add(new TagStep.Touch(1, page));
    }
    for (int page = 0; page < ofB; page++) {
      there.add(new TagStep.Touch(2, page));
    }
    Machine machine = new Machine(tlb);
    machine.doAll(there);
    long cold = machine.misses();
    machine.doAll(back);
    assertThat(machine.misses() - cold)
        .as("misses of A on return: %d pages of A, %d of B, %d entries", ofA, ofB, ofA + ofB)
        .isZero();
  }

  @Property(tries = 200)
  void flushingOneLeavesTheOthersAndTheGlobalOnes(
      @ForAll @IntRange(max = 4) int ofA,
      @ForAll @IntRange(max = 4) int ofB,
      @ForAll @IntRange(max = 2) int global) {
    TaggedTlb tlb = new TaggedLruTlb(Math.max(1, ofA + ofB + global));
    insert(tlb, 2, ofB);
    for (int page = 0; page < global; page++) {
      tlb.insertGlobal(TagStep.KERNEL + page, TEN);
    }
    insert(tlb, 1, ofA);
    tlb.flush(1);
    for (int page = 0; page < ofA; page++) {
      assertThat(answer(tlb.lookup(1, page)))
          .as("page %d of 1, after flush(1)", page)
          .isEqualTo("nothing");
    }
    insert(tlb, 3, ofA); // the room that became free is there again
    for (int page = 0; page < ofB; page++) {
      assertThat(answer(tlb.lookup(2, page)))
          .as("page %d of 2, after flush(1)", page)
          .isEqualTo("frame 10");
    }
    for (int page = 0; page < global; page++) {
      assertThat(answer(tlb.lookup(3, TagStep.KERNEL + page)))
          .as("global page %d, after flush(1)", TagStep.KERNEL + page)
          .isEqualTo("frame 10");
    }
  }

  @Example
  void invalidatingForgetsOnePageOfOneAddressSpace() {
    TaggedTlb tlb = new TaggedLruTlb(8);
    insert(tlb, 1, 3);
    insert(tlb, 2, 3);
    tlb.insertGlobal(9, TEN);
    tlb.insertGlobal(10, TEN);
    tlb.invalidate(1, 1);
    tlb.invalidate(2, 9);
    assertThat(answer(tlb.lookup(1, 1))).as("page 1 of 1, invalidated").isEqualTo("nothing");
    assertThat(answer(tlb.lookup(1, 0))).as("page 0 of 1, not invalidated").isEqualTo("frame 10");
    assertThat(answer(tlb.lookup(2, 1))).as("page 1 of 2, not invalidated").isEqualTo("frame 10");
    assertThat(answer(tlb.lookup(1, 9))).as("global page 9, invalidated by 2").isEqualTo("nothing");
    assertThat(answer(tlb.lookup(1, 10)))
        .as("global page 10, not invalidated")
        .isEqualTo("frame 10");
  }

  @Example
  void insertingAgainReplacesAndTakesNoMoreRoom() {
    TaggedTlb tlb = new TaggedLruTlb(3);
    tlb.insert(1, 0, TEN);
    tlb.insertGlobal(9, TEN);
    tlb.insert(1, 1, TEN);
    tlb.insert(1, 0, TWENTY);
    tlb.insertGlobal(9, TWENTY);
    assertThat(answer(tlb.lookup(1, 0))).as("page 0 of 1, inserted twice").isEqualTo("frame 20");
    assertThat(answer(tlb.lookup(1, 9))).as("global page 9, inserted twice").isEqualTo("frame 20");
    assertThat(answer(tlb.lookup(1, 1)))
        .as("page 1 of 1, third of three entries")
        .isEqualTo("frame 10");
    tlb.insert(1, 0, TEN);
    tlb.insertGlobal(9, TEN);
    tlb.insert(1, 2, TEN);
    assertThat(answer(tlb.lookup(1, 1)))
        .as("page 1 of 1, unused for longest of four")
        .isEqualTo("nothing");
    assertThat(answer(tlb.lookup(1, 0)))
        .as("page 0 of 1, used by inserting it again")
        .isEqualTo("frame 10");
    assertThat(answer(tlb.lookup(1, 9)))
        .as("global page 9, used by inserting it again")
        .isEqualTo("frame 10");
  }

  @Example
  void flushAllForgetsGlobalPagesToo() {
    TaggedTlb tlb = new TaggedLruTlb(4);
    tlb.insert(1, 0, TEN);
    tlb.insertGlobal(9, TEN);
    tlb.flushAll();
    assertThat(answer(tlb.lookup(1, 0))).as("page 0 of 1, after flushAll").isEqualTo("nothing");
    assertThat(answer(tlb.lookup(1, 9))).as("global page 9, after flushAll").isEqualTo("nothing");
  }

  @Example
  void aTlbWithoutEntriesIsRefused() {
    assertThatThrownBy(() -> new TaggedLruTlb(-3))
        .as("new TaggedLruTlb(-3)")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-3");
    assertThatThrownBy(() -> new TaggedLruTlb(0))
        .as("new TaggedLruTlb(0)")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }

  @Provide
  Arbitrary<List<TagStep>> steps() {
    return TagStep.steps();
  }

  @Provide
  Arbitrary<List<TagStep.Touch>> touches() {
    return TagStep.touches().list().ofMaxSize(40);
  }

  @Provide
  Arbitrary<List<TagStep.Touch>> userTouches() {
    return TagStep.userTouches().list().ofMaxSize(40);
  }

  /** What a lookup found, in words. */
  private static String answer(Optional<PageTableEntry> found) {
    return found.map(entry -> "frame " + entry.frame()).orElse("nothing");
  }

  private static void insert(TaggedTlb tlb, int asid, int pages) {
    for (int page = 0; page < pages; page++) {
      tlb.insert(asid, page, TEN);
    }
  }
}
