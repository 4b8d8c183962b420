package timeslice.lab.contextswitch.ch2;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must be remembered, straight from the definition: slow, and obviously right.
 *
 * <p>It keeps when each page was last used and, when a set is full, looks for the smallest number.
 */
final class ByDefinition {
  private final int sets;
  private final int ways;
  private final TreeSet<Long> remembered = new TreeSet<>();
  private final Map<Long, Integer> lastUse = new TreeMap<>();
  private int now;

  ByDefinition(int sets, int ways) {
    this.sets = sets;
    this.ways = ways;
  }

  /** The pages that must be remembered now, in order. */
  List<Long> pages() {
    return List.copyOf(remembered);
  }

  /** Follows one operation. */
  void follow(Operation operation) {
    now++;
    switch (operation) {
      case Operation.Lookup(long page) -> {
        if (remembered.contains(page)) {
          lastUse.put(page, now);
        }
      }
      case Operation.Insert(long page, _) -> {
        if (!remembered.contains(page)) {
          makeRoomFor(page);
        }
        remembered.add(page);
        lastUse.put(page, now);
      }
      case Operation.Invalidate(long page) -> remembered.remove(page);
      case Operation.Flush() -> remembered.clear();
    }
  }

  private void makeRoomFor(long page) {
    List<Long> sameSet = remembered.stream().filter(other -> other % sets == page % sets).toList();
    if (sameSet.size() == ways) {
      Comparator<Long> byLastUse = Comparator.comparing(lastUse::get);
      remembered.remove(sameSet.stream().min(byLastUse).orElseThrow());
    }
  }

  /**
   * The exact number of misses of an LRU TLB: a reference hits if its page was used before and,
   * since then, fewer other pages were used than there are entries (Mattson 1970: its stack
   * distance).
   */
  static int misses(List<Long> pages, int entries) {
    int misses = 0;
    for (int i = 0; i < pages.size(); i++) {
      int before = pages.subList(0, i).lastIndexOf(pages.get(i));
      if (before < 0 || new HashSet<>(pages.subList(before + 1, i)).size() >= entries) {
        misses++;
      }
    }
    return misses;
  }

  /** The same for a set-associative TLB: each set sees only the references to its own pages. */
  static int misses(List<Long> pages, int sets, int ways) {
    int misses = 0;
    for (int set = 0; set < sets; set++) {
      int which = set;
      misses += misses(pages.stream().filter(page -> page % sets == which).toList(), ways);
    }
    return misses;
  }
}
