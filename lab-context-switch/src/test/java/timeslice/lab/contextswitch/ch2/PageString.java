package timeslice.lab.contextswitch.ch2;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/**
 * References to pages, in order, and the size of a TLB that they crowd: there are one or two pages
 * more than fit, so that it is always a question which page is forgotten.
 */
record PageString(int entries, List<Long> pages) {

  @Override
  public String toString() {
    return "pages " + pages + " through " + entries + (entries == 1 ? " entry" : " entries");
  }

  /** How often a TLB misses when every miss is followed by an insertion, as an MMU does it. */
  static int misses(Tlb tlb, List<Long> pages) {
    int misses = 0;
    for (long page : pages) {
      if (tlb.lookup(page).isEmpty()) {
        misses++;
        tlb.insert(page, entryOf(page));
      }
    }
    return misses;
  }

  /** An entry that tells its page: every page of one string has another frame. */
  static PageTableEntry entryOf(long page) {
    return PageTableEntry.of((int) (page % 500_009));
  }

  /** Uniform noise seldom tells one policy from another; walks round a loop do. */
  static Arbitrary<PageString> crowding(int mostEntries) {
    return Arbitraries.integers()
        .between(1, mostEntries)
        .flatMap(
            entries ->
                Combinators.combine(ids(entries + 1), Arbitraries.of(Numbering.values()))
                    .as((ids, numbering) -> new PageString(entries, numbering.of(ids))))
        .withoutEdgeCases();
  }

  /**
   * First one page more than fits; then laps round a loop of two more than fit, some of them
   * cutting the corner past two pages. First-in, first-out is often the worse for one entry more on
   * these.
   */
  static Arbitrary<PageString> laps() {
    Arbitrary<Integer> entries = Arbitraries.integers().between(3, 5);
    Arbitrary<List<Boolean>> laps = Arbitraries.of(true, false).list().ofMaxSize(6);
    return Combinators.combine(entries, laps).as(PageString::laps).withoutEdgeCases();
  }

  static PageString laps(int entries, List<Boolean> laps) {
    List<Long> pages = new ArrayList<>();
    for (long page = 0; page <= entries; page++) {
      pages.add(page);
    }
    for (boolean whole : laps) {
      for (long page = 0; page < entries + 2; page++) {
        if (whole || page < entries - 1 || page == entries + 1) {
          pages.add(page);
        }
      }
    }
    return new PageString(entries, pages);
  }

  private static Arbitrary<List<Integer>> ids(int last) {
    Arbitrary<List<Integer>> noise =
        Arbitraries.integers().between(0, last).list().ofMinSize(1).ofMaxSize(30);
    return Arbitraries.oneOf(noise, walk(last - 1), walk(last));
  }

  /** On to the next page of a loop, now and then the same page again or a jump to any. */
  private static Arbitrary<List<Integer>> walk(int last) {
    Arbitrary<Integer> step =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(1)),
            Tuple.of(1, Arbitraries.just(0)),
            Tuple.of(2, Arbitraries.integers().between(2, last + 1)));
    return step.list()
        .ofMinSize(1)
        .ofMaxSize(36)
        .map(
            steps -> {
              List<Integer> ids = new ArrayList<>();
              int id = 0;
              for (int by : steps) {
                ids.add(id);
                id = (id + by) % (last + 1);
              }
              return ids;
            });
  }

  /**
   * Which page numbers stand for the pages 0, 1, 2 … of a string. Apart from the plain ones, each
   * is there to meet somebody who kept only some bits of a page number.
   */
  enum Numbering {
    PLAIN(0, 0),
    NEGATIVE_AS_INT(1L << 31, 0),
    SAME_LOW_12_BITS(0, 1L << 12),
    SAME_LOW_32_BITS(0, 1L << 32),
    SAME_LOW_35_BITS(0, 1L << 35);

    private final long first;
    private final long apart;

    Numbering(long first, long apart) {
      this.first = first;
      this.apart = apart;
    }

    /** Where pages are apart, they come in pairs that agree in all lower bits. */
    long of(int id) {
      return apart == 0 ? first + id : id / 2 + id % 2 * apart;
    }

    List<Long> of(List<Integer> ids) {
      return ids.stream().map(this::of).toList();
    }
  }
}
