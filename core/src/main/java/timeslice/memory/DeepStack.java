package timeslice.memory;

import java.util.Arrays;

/**
 * The lower part of Mattson's stack: pages by the time they were pushed, the last on top. How deep
 * a page lies is how many were pushed after it and are still here, counted by a Fenwick tree in
 * O(log n).
 *
 * <p>Times are positions in an array; when it is full, the pages still here move together and time
 * begins again behind them.
 */
final class DeepStack {
  private static final long NOBODY = -1;

  /** The page pushed at each time; times begin at 1. */
  private long[] pageAt = new long[1 << 10];

  /** Fenwick tree: element t counts the pages at times from t - lowestBit(t) + 1 to t. */
  private int[] counts = new int[1 << 10];

  private int now;
  private int size;

  /** Open hashing: when each page ever pushed was pushed last, 0 if it is not here now. */
  private long[] pages = new long[1 << 10];

  private int[] times = new int[1 << 10];
  private int known;

  DeepStack() {
    Arrays.fill(pageAt, NOBODY);
    Arrays.fill(pages, NOBODY);
  }

  /** Takes a page out; how many lay above it, or -1 if it was not here. */
  int remove(long page) {
    int slot = slot(page);
    int time = times[slot];
    if (time == 0) {
      return -1;
    }
    int above = size - countUpTo(time);
    addAt(time, -1);
    pageAt[time] = NOBODY;
    times[slot] = 0;
    size--;
    return above;
  }

  /** Puts a page that is not here on top. */
  void push(long page) {
    if (now == pageAt.length - 1) {
      compact();
    }
    now++;
    size++;
    pageAt[now] = page;
    addAt(now, 1);
    int slot = slot(page);
    if (pages[slot] == NOBODY) {
      pages[slot] = page;
      known++;
    }
    times[slot] = now;
    if (2 * known > pages.length) {
      rehash();
    }
  }

  private int countUpTo(int time) {
    int sum = 0;
    for (int t = time; t > 0; t -= t & -t) {
      sum += counts[t];
    }
    return sum;
  }

  private void addAt(int time, int change) {
    for (int t = time; t < counts.length; t += t & -t) {
      counts[t] += change;
    }
  }

  /** Renumbers the pages here as 1, 2, …; the arrays double if these fill more than half. */
  private void compact() {
    long[] old = pageAt;
    int length = 2 * size > old.length ? 2 * old.length : old.length;
    pageAt = new long[length];
    counts = new int[length];
    Arrays.fill(pageAt, NOBODY);
    now = 0;
    for (long page : old) {
      if (page != NOBODY) {
        now++;
        pageAt[now] = page;
        times[slot(page)] = now;
        addAt(now, 1);
      }
    }
  }

  /** Where this page stands in the hash table, or the unused place where it would. */
  private int slot(long page) {
    int mask = pages.length - 1;
    int slot = (int) (page * 0x9e3779b97f4a7c15L >>> 40) & mask; // the product's well-mixed bits
    while (pages[slot] != page && pages[slot] != NOBODY) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    long[] oldPages = pages;
    int[] oldTimes = times;
    pages = new long[2 * oldPages.length];
    times = new int[2 * oldTimes.length];
    Arrays.fill(pages, NOBODY);
    for (int i = 0; i < oldPages.length; i++) {
      if (oldPages[i] != NOBODY) {
        int slot = slot(oldPages[i]);
        pages[slot] = oldPages[i];
        times[slot] = oldTimes[i];
      }
    }
  }
}
