package timeslice.memory;

import java.util.Arrays;

/**
 * How many references LRU would miss with any number of entries, all sizes at once, from one pass.
 *
 * <p>Keep every page ever used in a stack, the last used on top. A reference hits in a fully
 * associative LRU TLB of n entries exactly if its page is among the top n; so it is enough to count
 * how deep each page was found. Source: Mattson, Gecsei, Slutz and Traiger, "Evaluation techniques
 * for storage hierarchies", IBM Systems Journal 9(2), 1970.
 */
public final class StackDistances {
  /** Most references find their page near the top, where moving a few numbers beats any tree. */
  private static final int TOP = 16;

  private static final long NOBODY = -1;

  private final long[] top = new long[TOP];
  private final DeepStack deep = new DeepStack();

  /** How many references found their page at depth d; index 0 is the top. */
  private long[] foundAt = new long[2 * TOP];

  private long references;
  private int distinct;

  public StackDistances() {
    Arrays.fill(top, NOBODY);
  }

  /** The distances of a whole string of pages. */
  public static StackDistances of(long[] pages) {
    StackDistances distances = new StackDistances();
    for (long page : pages) {
      distances.add(page);
    }
    return distances;
  }

  /** Goes on by one reference. */
  public void add(long page) {
    PackedTlb.checkPage(page);
    references++;
    if (top[0] == page) {
      foundAt[0]++;
      return;
    }
    // Move to front: whoever stood above the page goes down by one place.
    long above = top[0];
    top[0] = page;
    for (int depth = 1; depth < TOP; depth++) {
      long here = top[depth];
      top[depth] = above;
      if (here == page) {
        foundAt[depth]++;
        return;
      }
      above = here;
    }
    addDeep(page, above);
  }

  /** The page was not near the top; this one has been pushed out from there. */
  private void addDeep(long page, long pushedOut) {
    int depth = deep.remove(page);
    if (depth < 0) {
      distinct++;
    } else {
      if (TOP + depth >= foundAt.length) {
        foundAt = Arrays.copyOf(foundAt, 2 * (TOP + depth));
      }
      foundAt[TOP + depth]++;
    }
    if (pushedOut != NOBODY) {
      deep.push(pushedOut);
    }
  }

  /** Misses of a fully associative LRU TLB with so many entries, empty at first. */
  public long misses(int entries) {
    if (entries < 0) {
      throw new IllegalArgumentException("entries must be 0 or more, got " + entries);
    }
    long hits = 0;
    for (int depth = 0; depth < Math.min(entries, foundAt.length); depth++) {
      hits += foundAt[depth];
    }
    return references - hits;
  }

  /** How many references there were. */
  public long references() {
    return references;
  }

  /** How many different pages there were; with that many entries, each misses once. */
  public int distinct() {
    return distinct;
  }
}
