package timeslice.lab.contextswitch.ch2;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.lab.contextswitch.Refused.refused;
import static timeslice.lab.contextswitch.ch2.PageString.entryOf;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import timeslice.memory.Tlb;
import timeslice.workbook.Exercise;

@Exercise(
    value = "2.2",
    answers = SetAssociativeTlb.class,
    closed = {
      "timeslice.memory.SetAssociativeTlb",
      "timeslice.memory.TaggedSetAssociativeTlb",
      "timeslice.memory.Mmu"
    })
class SetAssociativeTlbProperties {

  /** Sets and ways of a TLB. */
  record Shape(int sets, int ways) {
    Tlb tlb() {
      return new SetAssociativeTlb(sets, ways);
    }

    @Override
    public String toString() {
      return sets + (sets == 1 ? " set of " : " sets of ") + ways + (ways == 1 ? " way" : " ways");
    }
  }

  @Example
  void pagesFourApartCompeteInFourSets() {
    Tlb tlb = new SetAssociativeTlb(4, 2);
    for (long page : List.of(0L, 4L, 1L, 8L)) {
      tlb.insert(page, entryOf(page));
    }

    assertThat(tlb.lookup(0))
        .as("page 0 in 4 sets of 2 ways, after 0, 4 and 8, which all belong to set 0")
        .isEmpty();
    for (long page : List.of(4L, 8L, 1L)) {
      assertThat(tlb.lookup(page)).as("page %d after 0, 4, 1, 8", page).hasValue(entryOf(page));
    }
  }

  @Property(tries = 200)
  void whatItRemembersIsTrue(
      @ForAll("operations") List<Operation> operations, @ForAll("shapes") Shape shape) {
    TlbLaws.whatItRemembersIsTrue(shape.tlb(), shape.toString(), operations);
  }

  @Property(tries = 400)
  void aFullSetForgetsOnlyItsPageUnusedForLongest(
      @ForAll("operations") List<Operation> operations, @ForAll("smallShapes") Shape shape) {
    ByDefinition definition = new ByDefinition(shape.sets(), shape.ways());
    TlbLaws.remembersExactly(shape.tlb(), definition, shape.toString(), operations);
  }

  @Property(tries = 300)
  void eachSetMissesAsAnLruTlbOfItsOwnWould(
      @ForAll("strings") List<Long> pages, @ForAll("shapes") Shape shape) {
    assertThat(PageString.misses(shape.tlb(), pages))
        .as("misses of pages %s through %s", pages, shape)
        .isEqualTo(ByDefinition.misses(pages, shape.sets(), shape.ways()));
  }

  @Property(tries = 200)
  void pagesOfOtherSetsNeverPushOneOut(
      @ForAll("shapes") Shape shape,
      @ForAll("strings") List<Long> others,
      @ForAll @LongRange(min = 0, max = 7) long low) {
    Tlb tlb = shape.tlb();
    long page = low % shape.sets();
    tlb.insert(page, entryOf(page));
    List<Long> elsewhere =
        others.stream().filter(other -> other % shape.sets() != page % shape.sets()).toList();

    PageString.misses(tlb, elsewhere);

    assertThat(tlb.lookup(page))
        .as("page %d in %s, after pages of other sets: %s", page, shape, elsewhere)
        .hasValue(entryOf(page));
  }

  @Property(tries = 100)
  void neighbouringPagesFillEverySet(
      @ForAll("shapes") Shape shape, @ForAll @LongRange(min = 0, max = 1L << 35) long first) {
    Tlb tlb = shape.tlb();
    int entries = shape.sets() * shape.ways();
    for (long page = first; page < first + entries; page++) {
      tlb.insert(page, entryOf(page));
    }

    for (long page = first; page < first + entries; page++) {
      assertThat(tlb.lookup(page))
          .as("page %d of %d to %d in %s", page, first, first + entries - 1, shape)
          .hasValue(entryOf(page));
    }
  }

  @Property(tries = 300)
  void moreSetsOrMoreWaysNeverMissMore(
      @ForAll("strings") List<Long> pages, @ForAll("shapes") Shape shape) {
    int misses = PageString.misses(shape.tlb(), pages);

    for (Shape bigger :
        List.of(
            new Shape(shape.sets(), shape.ways() + 1), new Shape(2 * shape.sets(), shape.ways()))) {
      assertThat(PageString.misses(bigger.tlb(), pages))
          .as("misses of %s through %s; %s missed %d times", pages, bigger, shape, misses)
          .isLessThanOrEqualTo(misses);
    }
  }

  @Property(tries = 100)
  void afterInvalidatingOnePageTheOthersStillHit(
      @ForAll("shapes") Shape shape, @ForAll @IntRange(min = 0, max = 31) int which) {
    Tlb tlb = shape.tlb();
    int entries = shape.sets() * shape.ways();
    int gone = which % entries;
    for (long page = 0; page < entries; page++) {
      tlb.insert(page, entryOf(page));
    }

    tlb.invalidate(gone);
    tlb.invalidate(gone + 1_024); // belongs to the same set and is not there

    for (long page = 0; page < entries; page++) {
      assertThat(tlb.lookup(page))
          .as("page %d in %s; 0 to %d filled it, %d went", page, shape, entries - 1, gone)
          .isEqualTo(page == gone ? Optional.empty() : Optional.of(entryOf(page)));
    }
  }

  @Property(tries = 100)
  void aFlushForgetsEverySet(@ForAll("shapes") Shape shape, @ForAll("strings") List<Long> pages) {
    Tlb tlb = shape.tlb();
    PageString.misses(tlb, pages);

    tlb.flush();

    for (long page : pages) {
      assertThat(tlb.lookup(page)).as("page %d in %s after a flush", page, shape).isEmpty();
    }
  }

  @Property(tries = 200)
  void aFlushedTlbIsAsGoodAsNew(
      @ForAll("operations") List<Operation> operations, @ForAll("smallShapes") Shape shape) {
    Tlb tlb = shape.tlb();
    operations.forEach(operation -> operation.on(tlb));

    tlb.flush();

    ByDefinition fresh = new ByDefinition(shape.sets(), shape.ways());
    TlbLaws.remembersExactly(tlb, fresh, shape + ", flushed after the same,", operations);
  }

  @Example
  void fourEntriesOfOneWayBeatFiveFullyAssociativeOnALoopOfSix() {
    List<Long> tenRounds = LongStream.range(0, 60).map(i -> i % 6).boxed().toList();

    assertThat(PageString.misses(new SetAssociativeTlb(1, 5), tenRounds))
        .as("misses of ten rounds over six pages, 1 set of 5 ways")
        .isEqualTo(60);
    assertThat(PageString.misses(new SetAssociativeTlb(4, 1), tenRounds))
        .as("misses of ten rounds over six pages, 4 sets of 1 way")
        .isEqualTo(42);
  }

  @Example
  void twoTlbsKnowNothingOfEachOther() {
    Tlb one = new SetAssociativeTlb(2, 1);
    Tlb other = new SetAssociativeTlb(2, 1);
    one.insert(7, entryOf(7));
    other.insert(8, entryOf(8));

    assertThat(other.lookup(7)).as("page 7, which went into the other TLB").isEmpty();
    other.flush();
    assertThat(one.lookup(7)).as("page 7, after the other TLB was flushed").isPresent();
  }

  @Property(tries = 200)
  void setsThatAreNoPowerOfTwoAreRefused(@ForAll("notPowersOfTwo") int sets) {
    refused("new SetAssociativeTlb(" + sets + ", 2)", sets, () -> new SetAssociativeTlb(sets, 2));
  }

  @Property(tries = 20)
  void fewerThanOneWayIsRefused(@ForAll @IntRange(min = -9, max = 0) int ways) {
    refused("new SetAssociativeTlb(4, " + ways + ")", ways, () -> new SetAssociativeTlb(4, ways));
  }

  @Provide
  Arbitrary<Shape> shapes() {
    return Combinators.combine(Arbitraries.of(1, 2, 4), Arbitraries.integers().between(1, 3))
        .as(Shape::new);
  }

  /** With six pages, all but the last of these are crowded. */
  @Provide
  Arbitrary<Shape> smallShapes() {
    return Arbitraries.of(
        new Shape(1, 2), new Shape(1, 3), new Shape(2, 1), new Shape(2, 2), new Shape(4, 2));
  }

  @Provide
  Arbitrary<List<Operation>> operations() {
    return Operation.lists();
  }

  /**
   * Strings that crowd up to nine entries, in a row or all in one set of four. Bit 35, the highest
   * of a page number, stays where it is: the pages move apart below it.
   */
  @Provide
  Arbitrary<List<Long>> strings() {
    return Combinators.combine(PageString.crowding(9), Arbitraries.of(1, 4))
        .as((string, by) -> string.pages().stream().map(page -> apart(page, by)).toList());
  }

  private static long apart(long page, int by) {
    long highest = page & 1L << 35;
    return highest | (page - highest) * by;
  }

  @Provide
  Arbitrary<Integer> notPowersOfTwo() {
    return Arbitraries.integers()
        .between(-8, 40)
        .filter(n -> n < 1 || Integer.bitCount(n) != 1)
        .map(n -> n == 40 ? Integer.MIN_VALUE : n) // a single bit is set in it, the sign
        .withoutEdgeCases();
  }
}
