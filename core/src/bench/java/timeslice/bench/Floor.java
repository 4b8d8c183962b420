package timeslice.bench;

import java.util.Arrays;

/**
 * The floor: each task as one loop over plain arrays, fixed to one shape, sharing nothing with
 * core. Not to be imitated; it says how far from the possible the readable code is.
 *
 * <p>A trace is an array of {@code address << 1 | write}.
 */
final class Floor {
  private Floor() {}

  /**
   * A TLB of 16 sets of 4 ways tagged by address space, four-level tables, demand paging, accessed
   * and dirty bits; changes address space every {@code slice} references.
   *
   * @return the sum of all physical addresses
   */
  static long mmu(long[] trace, int spaces, int slice) {
    long[] tag = new long[64];
    int[] entry = new int[64]; // frame << 2 | dirty << 1 | present
    int[] pool = new int[512 * 64]; // table t is pool[512 t .. 512 t + 511]
    int tables = spaces;
    int frames = 0;
    long sum = 0;
    int space = 0;
    int left = slice;
    for (long reference : trace) {
      if (left-- == 0) {
        left = slice - 1;
        space = space + 1 == spaces ? 0 : space + 1;
      }
      long page = reference >>> 13;
      long key = (long) space << 52 | page + 1;
      int b = ((int) page & 15) << 2;
      int e;
      long t0 = tag[b];
      if (t0 == key) {
        e = entry[b];
      } else {
        long t1 = tag[b + 1];
        int e0 = entry[b];
        tag[b] = key;
        tag[b + 1] = t0;
        int e1 = entry[b + 1];
        entry[b + 1] = e0;
        if (t1 == key) {
          e = e1;
        } else {
          long t2 = tag[b + 2];
          int e2 = entry[b + 2];
          tag[b + 2] = t1;
          entry[b + 2] = e1;
          if (t2 == key) {
            e = e2;
          } else {
            long t3 = tag[b + 3];
            int e3 = entry[b + 3];
            tag[b + 3] = t2;
            entry[b + 3] = e2;
            if (t3 == key) {
              e = e3;
            } else {
              int table = space;
              for (int shift = 27; shift > 0; shift -= 9) {
                int i = table * 512 + ((int) (page >>> shift) & 511);
                if (pool[i] == 0) {
                  if ((tables + 1) * 512 > pool.length) {
                    pool = Arrays.copyOf(pool, 2 * pool.length);
                  }
                  pool[i] = tables++;
                }
                table = pool[i];
              }
              int i = table * 512 + ((int) page & 511);
              if (pool[i] == 0) {
                pool[i] = frames++ << 2 | 1;
              }
              e = pool[i];
            }
          }
        }
        entry[b] = e;
      }
      if ((reference & 1) != 0 && (e & 2) == 0) {
        e |= 2;
        entry[b] = e;
        int table = space;
        for (int shift = 27; shift > 0; shift -= 9) {
          table = pool[table * 512 + ((int) (page >>> shift) & 511)];
        }
        pool[table * 512 + ((int) page & 511)] = e;
      }
      sum += ((long) (e >>> 2) << 12) | (reference >>> 1 & 0xfff);
    }
    return sum;
  }

  /** Misses of 16 sets of 4 ways, LRU, tags only. */
  static long setAssociative(long[] trace) {
    long[] tag = new long[64];
    long misses = 0;
    for (long reference : trace) {
      long key = (reference >>> 13) + 1;
      int b = ((int) (key - 1) & 15) << 2;
      long t0 = tag[b];
      if (t0 == key) {
        continue;
      }
      long t1 = tag[b + 1];
      tag[b] = key;
      tag[b + 1] = t0;
      if (t1 == key) {
        continue;
      }
      long t2 = tag[b + 2];
      tag[b + 2] = t1;
      if (t2 == key) {
        continue;
      }
      long t3 = tag[b + 3];
      tag[b + 3] = t2;
      if (t3 != key) {
        misses++;
      }
    }
    return misses;
  }

  /** Misses of 64 entries, fully associative LRU, tags only. */
  static long fullyAssociative(long[] trace) {
    long[] tag = new long[64];
    long misses = 0;
    for (long reference : trace) {
      long key = (reference >>> 13) + 1;
      long above = tag[0];
      if (above == key) {
        continue;
      }
      tag[0] = key;
      int i = 1;
      for (; i < 64; i++) {
        long here = tag[i];
        tag[i] = above;
        if (here == key) {
          break;
        }
        above = here;
      }
      if (i == 64) {
        misses++;
      }
    }
    return misses;
  }
}
