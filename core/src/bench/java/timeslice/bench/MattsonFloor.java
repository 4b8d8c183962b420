package timeslice.bench;

import java.util.Arrays;

/** The floor for stack distances: arrays of one fixed size, at most 2^13 pages. */
final class MattsonFloor {
  private static final int TOP = 16;
  private static final int TIMES = 1 << 14;
  private static final int HASH = 1 << 14;

  private MattsonFloor() {}

  /**
   * How many references found their page at each depth of an LRU stack; the last counts new pages.
   */
  static long[] depths(long[] trace) {
    int[] bit = new int[TIMES + 1];
    int[] slotAt = new int[TIMES + 1];
    long[] found = new long[1 << 14];
    long[] top = new long[TOP];
    long[] key = new long[HASH];
    int[] last = new int[HASH];
    int now = 0;
    int deep = 0;
    for (long reference : trace) {
      long k = (reference >>> 13) + 1;
      long above = top[0];
      if (above == k) {
        found[0]++;
        continue;
      }
      top[0] = k;
      int i = 1;
      for (; i < TOP; i++) {
        long here = top[i];
        top[i] = above;
        above = here;
        if (here == k) {
          break;
        }
      }
      if (i < TOP) {
        found[i]++;
        continue;
      }
      int slot = slot(key, k);
      if (key[slot] == 0) {
        key[slot] = k;
        found[found.length - 1]++;
      } else {
        int time = last[slot];
        int before = 0;
        for (int y = time; y > 0; y -= y & -y) {
          before += bit[y];
        }
        found[Math.min(TOP + deep - before, found.length - 2)]++;
        for (int y = time; y <= TIMES; y += y & -y) {
          bit[y]--;
        }
        slotAt[time] = 0;
        deep--;
      }
      if (above != 0) {
        if (now == TIMES) {
          now = compact(bit, slotAt, last);
        }
        int out = slot(key, above);
        now++;
        last[out] = now;
        slotAt[now] = out + 1;
        deep++;
        for (int y = now; y <= TIMES; y += y & -y) {
          bit[y]++;
        }
      }
    }
    return found;
  }

  private static int slot(long[] key, long k) {
    int slot = (int) (k * 0x9e3779b97f4a7c15L >>> 50);
    while (key[slot] != 0 && key[slot] != k) {
      slot = (slot + 1) & (HASH - 1);
    }
    return slot;
  }

  private static int compact(int[] bit, int[] slotAt, int[] last) {
    int kept = 0;
    for (int y = 1; y <= TIMES; y++) {
      int q = slotAt[y];
      if (q != 0) {
        kept++;
        slotAt[kept] = q;
        last[q - 1] = kept;
      }
    }
    Arrays.fill(slotAt, kept + 1, TIMES + 1, 0);
    Arrays.fill(bit, 0);
    for (int y = 1; y <= TIMES; y++) {
      if (y <= kept) {
        bit[y]++;
      }
      int z = y + (y & -y);
      if (z <= TIMES) {
        bit[z] += bit[y];
      }
    }
    return kept;
  }
}
