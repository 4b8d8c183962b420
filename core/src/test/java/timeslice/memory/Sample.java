package timeslice.memory;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Strings of page numbers that TLBs find hard, and the plainest LRU there is. */
final class Sample {
  private Sample() {}

  /** Up to 60 references to a few pages: drawn at random, looping, or both. */
  static Arbitrary<List<Long>> pages(int different) {
    Arbitrary<Long> page = Arbitraries.longs().between(0, different - 1);
    Arbitrary<List<Long>> random = page.list().ofMaxSize(60);
    Arbitrary<List<Long>> loop =
        page.list()
            .ofMinSize(1)
            .ofMaxSize(12)
            .flatMap(
                turn ->
                    Arbitraries.integers()
                        .between(1, 5)
                        .map(turns -> Collections.nCopies(turns, turn))
                        .map(all -> all.stream().flatMap(List::stream).toList()));
    return Arbitraries.oneOf(random, loop);
  }

  static long[] array(List<Long> pages) {
    return pages.stream().mapToLong(Long::longValue).toArray();
  }

  /** Misses of a TLB to which each page is offered after it was missed. */
  static long misses(Tlb tlb, List<Long> pages) {
    long misses = 0;
    for (long page : pages) {
      if (tlb.lookup(page).isEmpty()) {
        misses++;
        tlb.insert(page, PageTableEntry.of((int) page));
      }
    }
    return misses;
  }

  /** Fully associative LRU by the JDK: a LinkedHashMap in order of access. */
  static long missesByLinkedHashMap(int entries, List<Long> pages) {
    Map<Long, Boolean> recent =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > entries;
          }
        };
    long misses = 0;
    for (long page : pages) {
      if (recent.put(page, true) == null) {
        misses++;
      }
    }
    return misses;
  }
}
