package timeslice.lab.contextswitch.ch2;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.lab.contextswitch.Refused.refused;
import static timeslice.lab.contextswitch.ch2.PageString.entryOf;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;
import timeslice.workbook.Exercise;

@Exercise(
    value = "2.1",
    answers = LruTlb.class,
    closed = {
      "timeslice.memory.SetAssociativeTlb",
      "timeslice.memory.TaggedSetAssociativeTlb",
      "timeslice.memory.Mmu"
    })
class LruTlbProperties {

  @Example
  void aLookupCountsAsAUse() {
    Tlb tlb = new LruTlb(2);
    tlb.insert(0, PageTableEntry.of(10));
    tlb.insert(1, PageTableEntry.of(11));
    tlb.lookup(0);
    tlb.insert(2, PageTableEntry.of(12));

    assertThat(tlb.lookup(1))
        .as("page 1, unused for longest after: insert 0, insert 1, lookup 0, insert 2 (2 entries)")
        .isEmpty();
    assertThat(tlb.lookup(0)).as("page 0, looked up after 1").hasValue(PageTableEntry.of(10));
  }

  @Property(tries = 200)
  void whatItRemembersIsTrue(
      @ForAll("operations") List<Operation> operations, @ForAll @IntRange(min = 1, max = 4) int n) {
    Tlb tlb = new LruTlb(n);
    TlbLaws.whatItRemembersIsTrue(tlb, n + " entries", operations);
  }

  @Property(tries = 400)
  void onlyThePageUnusedForLongestIsForgotten(
      @ForAll("operations") List<Operation> operations, @ForAll @IntRange(min = 1, max = 4) int n) {
    TlbLaws.remembersExactly(new LruTlb(n), new ByDefinition(1, n), n + " entries", operations);
  }

  @Property(tries = 300)
  void itMissesExactlyAsOftenAsTheStackDistanceSays(@ForAll("strings") PageString string) {
    assertThat(PageString.misses(new LruTlb(string.entries()), string.pages()))
        .as("misses of %s", string)
        .isEqualTo(ByDefinition.misses(string.pages(), string.entries()));
  }

  @Property(tries = 300)
  void aBiggerTlbNeverMissesMore(@ForAll("stringsAndLaps") PageString string) {
    int small = PageString.misses(new LruTlb(string.entries()), string.pages());
    int big = PageString.misses(new LruTlb(string.entries() + 1), string.pages());

    assertThat(big)
        .as("misses with one entry more than in: %s, which missed %d times", string, small)
        .isLessThanOrEqualTo(small);
  }

  @Property(tries = 100)
  void insertingARememberedPageTakesNoSecondEntry(@ForAll @IntRange(min = 1, max = 6) int n) {
    Tlb tlb = full(n);
    for (int frame = 100; frame < 100 + n; frame++) {
      tlb.insert(n - 1, PageTableEntry.of(frame));
    }

    for (long page = 0; page < n - 1; page++) {
      assertThat(tlb.lookup(page))
          .as("page %d of %d that just fit; the last was inserted again and again", page, n)
          .hasValue(entryOf(page));
    }
    assertThat(tlb.lookup(n - 1))
        .as("page %d, inserted last with frame %d", n - 1, 99 + n)
        .hasValue(PageTableEntry.of(99 + n));
  }

  @Property(tries = 100)
  void afterInvalidatingOnePageTheOthersStillHit(
      @ForAll @IntRange(min = 1, max = 6) int n, @ForAll @IntRange(min = 0, max = 6) int gone) {
    Tlb tlb = full(n);

    tlb.invalidate(gone);

    for (long page = 0; page < n; page++) {
      assertThat(tlb.lookup(page))
          .as("page %d; pages 0 to %d fill the TLB, only %d was invalidated", page, n - 1, gone)
          .isEqualTo(page == gone ? Optional.empty() : Optional.of(entryOf(page)));
    }
  }

  @Property(tries = 100)
  void anInvalidatedPageLeavesRoomForAnother(
      @ForAll @IntRange(min = 1, max = 6) int n, @ForAll @IntRange(min = 0, max = 5) int which) {
    int gone = which % n;
    Tlb tlb = full(n);

    tlb.invalidate(gone);
    tlb.insert(n, entryOf(n));

    for (long page = 0; page <= n; page++) {
      assertThat(tlb.lookup(page))
          .as("page %d; 0 to %d filled the TLB, %d was invalidated, %d came", page, n - 1, gone, n)
          .isEqualTo(page == gone ? Optional.empty() : Optional.of(entryOf(page)));
    }
  }

  @Property(tries = 100)
  void aFlushForgetsEverythingAndLeavesAllTheRoom(@ForAll @IntRange(min = 1, max = 6) int n) {
    Tlb tlb = full(n);

    tlb.flush();

    for (long page = 0; page < n; page++) {
      assertThat(tlb.lookup(page)).as("page %d after a flush", page).isEmpty();
    }
    for (long page = n; page < 2 * n; page++) {
      tlb.insert(page, entryOf(page));
    }
    for (long page = n; page < 2 * n; page++) {
      assertThat(tlb.lookup(page))
          .as("page %d; after a flush, pages %d to %d came", page, n, 2 * n - 1)
          .hasValue(entryOf(page));
    }
  }

  @Example
  void twoTlbsKnowNothingOfEachOther() {
    Tlb one = new LruTlb(2);
    Tlb other = new LruTlb(2);
    one.insert(7, PageTableEntry.of(1));
    other.insert(8, PageTableEntry.of(2));

    assertThat(other.lookup(7)).as("page 7, which went into the other TLB").isEmpty();
    other.flush();
    assertThat(one.lookup(7)).as("page 7, after the other TLB was flushed").isPresent();
  }

  @Property(tries = 20)
  void fewerThanOneEntryIsRefused(@ForAll @IntRange(min = -9, max = 0) int entries) {
    refused("new LruTlb(" + entries + ")", entries, () -> new LruTlb(entries));
  }

  /** A TLB of n entries that pages 0 to n - 1 just fill. */
  private static Tlb full(int n) {
    Tlb tlb = new LruTlb(n);
    for (long page = 0; page < n; page++) {
      tlb.insert(page, entryOf(page));
    }
    return tlb;
  }

  @Provide
  Arbitrary<List<Operation>> operations() {
    return Operation.lists();
  }

  @Provide
  Arbitrary<PageString> strings() {
    return PageString.crowding(6);
  }

  @Provide
  Arbitrary<PageString> stringsAndLaps() {
    return Arbitraries.oneOf(PageString.crowding(6), PageString.laps());
  }
}
