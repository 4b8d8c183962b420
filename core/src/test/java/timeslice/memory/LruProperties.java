package timeslice.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.program.SplitMix;

/**
 * Three ways to count LRU misses agree: the arrays, the JDK's LinkedHashMap, and Mattson's stack.
 */
class LruProperties {

  @Property
  void threeKindsOfLruAgreeAtEverySize(@ForAll("pages") List<Long> pages) {
    StackDistances distances = StackDistances.of(Sample.array(pages));
    for (int entries = 1; entries <= 25; entries++) {
      long expected = Sample.missesByLinkedHashMap(entries, pages);
      assertThat(Sample.misses(new SetAssociativeTlb(1, entries), pages))
          .as("misses of the arrays with %d entries", entries)
          .isEqualTo(expected);
      assertThat(distances.misses(entries))
          .as("misses by stack distance with %d entries", entries)
          .isEqualTo(expected);
    }
    assertThat(distances.misses(0)).isEqualTo(distances.references()).isEqualTo(pages.size());
    assertThat(distances.misses(25)).isEqualTo(distances.distinct());
  }

  @Property
  void eachSetIsAFullyAssociativeLruOfItsOwnPages(
      @ForAll("pages") List<Long> pages,
      @ForAll @IntRange(min = 0, max = 3) int log2Sets,
      @ForAll @IntRange(min = 1, max = 5) int ways) {
    int sets = 1 << log2Sets;
    long expected = 0;
    for (int set = 0; set < sets; set++) {
      int its = set;
      List<Long> own = pages.stream().filter(page -> page % sets == its).toList();
      expected += Sample.missesByLinkedHashMap(ways, own);
    }
    assertThat(Sample.misses(new SetAssociativeTlb(sets, ways), pages)).isEqualTo(expected);
  }

  @Property
  void aTouchIsALookup(@ForAll("pages") List<Long> pages) {
    SetAssociativeTlb touched = new SetAssociativeTlb(2, 3);
    SetAssociativeTlb lookedUp = new SetAssociativeTlb(2, 3);
    for (long page : pages) {
      boolean hit = lookedUp.lookup(page).isPresent();
      assertThat(touched.touch(page)).isEqualTo(hit);
      if (!hit) {
        touched.insert(page, PageTableEntry.of(1));
        lookedUp.insert(page, PageTableEntry.of(1));
      }
    }
  }

  @Property
  void aSmallerLruHoldsNothingThatALargerOneDoesNot(
      @ForAll("pages") List<Long> pages, @ForAll @IntRange(min = 1, max = 12) int entries) {
    SetAssociativeTlb small = new SetAssociativeTlb(1, entries);
    SetAssociativeTlb large = new SetAssociativeTlb(1, entries + 1);
    for (long page : pages) {
      Sample.misses(small, List.of(page));
      Sample.misses(large, List.of(page));
      assertThat(large.pages(0))
          .as("held by the larger one")
          .startsWith(small.pages(0).toArray(Long[]::new));
    }
  }

  @Property
  void moreSetsOfAsManyWaysHoldAllThatFewerDo(
      @ForAll("pages") List<Long> pages, @ForAll @IntRange(min = 1, max = 4) int ways) {
    // The index with more sets refines the index with fewer (Hill and Smith, 1989).
    SetAssociativeTlb small = new SetAssociativeTlb(2, ways);
    SetAssociativeTlb large = new SetAssociativeTlb(4, ways);
    for (long page : pages) {
      Sample.misses(small, List.of(page));
      Sample.misses(large, List.of(page));
      for (int set = 0; set < 2; set++) {
        List<Long> held = new ArrayList<>(large.pages(set));
        held.addAll(large.pages(set + 2));
        assertThat(held).as("held by the larger one").containsAll(small.pages(set));
      }
    }
  }

  @Example
  void stackDistancesStayExactWhenTheStackIsDeepAndTheTraceLong() {
    // More pages than the first arrays hold, and enough references to compact them many times.
    SplitMix random = new SplitMix(7);
    List<Long> pages = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      long near = random.below(40);
      long far = random.below(3_000) * 1_000_003L;
      pages.add(random.below(3) == 0 ? far : near);
    }
    StackDistances distances = StackDistances.of(Sample.array(pages));
    for (int entries : new int[] {1, 15, 16, 17, 18, 64, 500, 1024, 2999, 3000, 5000}) {
      assertThat(distances.misses(entries))
          .as("misses with %d entries", entries)
          .isEqualTo(Sample.missesByLinkedHashMap(entries, pages));
    }
  }

  @Provide
  Arbitrary<List<Long>> pages() {
    return Sample.pages(24);
  }
}
