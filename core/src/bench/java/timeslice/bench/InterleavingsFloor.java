package timeslice.bench;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The floor of exploring: one program, fixed, and sharing nothing with core. Two threads each read
 * a counter, add 1 and write it back, so many times. A state is one long: the counter in 8 bits,
 * and for each thread the number of increments done, the phase of the present one, and its
 * register.
 *
 * <p>Once with the JDK's maps and big integers, as one would write it first, and once with arrays
 * and three longs a count, which is as little work as there can be.
 */
final class InterleavingsFloor {
  private static final int THREAD_BITS = 18; // done: 8, register: 8, phase: 2
  private static final long THREAD = (1L << THREAD_BITS) - 1;
  private static final int COUNTER = 2 * THREAD_BITS;

  private InterleavingsFloor() {}

  /** How many interleavings end with each value of the counter; by maps. */
  static Map<Integer, BigInteger> maps(int increments) {
    Map<Long, BigInteger> layer = new HashMap<>();
    layer.put(0L, BigInteger.ONE);
    for (int step = 0; step < 6 * increments; step++) {
      Map<Long, BigInteger> next = new HashMap<>();
      for (Map.Entry<Long, BigInteger> entry : layer.entrySet()) {
        for (int shift = 0; shift < COUNTER; shift += THREAD_BITS) {
          long after = step(entry.getKey(), shift, increments);
          if (after >= 0) {
            next.merge(after, entry.getValue(), BigInteger::add);
          }
        }
      }
      layer = next;
    }
    Map<Integer, BigInteger> ends = new TreeMap<>();
    layer.forEach((state, ways) -> ends.merge((int) (state >>> COUNTER), ways, BigInteger::add));
    return ends;
  }

  /** The state after a step of the thread at these bits; -1 if it has finished. */
  private static long step(long state, int shift, int increments) {
    long thread = state >>> shift & THREAD;
    long phase = thread & 3;
    long done = thread >>> 10;
    if (done == increments) {
      return -1;
    }
    long counter = state >>> COUNTER;
    long register = thread >>> 2 & 0xff;
    if (phase == 0) {
      thread = done << 10 | counter << 2 | 1;
    } else if (phase == 1) {
      thread = done << 10 | register + 1 << 2 | 2;
    } else {
      counter = register;
      thread = done + 1 << 10;
    }
    long other = state & THREAD << THREAD_BITS - shift;
    return counter << COUNTER | thread << shift | other;
  }

  /** The same by arrays; counts must stay below 2^189, which is enough for 31 increments. */
  static Map<Integer, BigInteger> arrays(int increments) {
    int slots = 1 << 19; // at least twice the states of a layer
    long[] states = new long[slots / 2];
    long[] counts = new long[3 * slots / 2];
    long[] nextStates = new long[slots / 2];
    long[] nextCounts = new long[3 * slots / 2];
    int[] table = new int[slots];
    int size = 1;
    counts[0] = 1;
    for (int step = 0; step < 6 * increments; step++) {
      Arrays.fill(table, 0);
      int nextSize = 0;
      for (int i = 0; i < size; i++) {
        for (int shift = 0; shift < COUNTER; shift += THREAD_BITS) {
          long after = step(states[i], shift, increments);
          if (after < 0) {
            continue;
          }
          long hash = after * 0x9e3779b97f4a7c15L;
          int slot = (int) (hash >>> 45);
          while (table[slot] != 0 && nextStates[table[slot] - 1] != after) {
            slot = slot + 1 & slots - 1;
          }
          if (table[slot] == 0) {
            nextStates[nextSize] = after;
            Arrays.fill(nextCounts, 3 * nextSize, 3 * nextSize + 3, 0);
            table[slot] = ++nextSize;
          }
          int to = 3 * (table[slot] - 1);
          long sum = nextCounts[to] + counts[3 * i];
          nextCounts[to] = sum & Long.MAX_VALUE;
          sum = nextCounts[to + 1] + counts[3 * i + 1] + (sum >>> 63);
          nextCounts[to + 1] = sum & Long.MAX_VALUE;
          nextCounts[to + 2] += counts[3 * i + 2] + (sum >>> 63);
        }
      }
      long[] swap = states;
      states = nextStates;
      nextStates = swap;
      swap = counts;
      counts = nextCounts;
      nextCounts = swap;
      size = nextSize;
    }
    Map<Integer, BigInteger> ends = new TreeMap<>();
    for (int i = 0; i < size; i++) {
      BigInteger ways = BigInteger.valueOf(counts[3 * i + 2]);
      ways = ways.shiftLeft(63).add(BigInteger.valueOf(counts[3 * i + 1]));
      ways = ways.shiftLeft(63).add(BigInteger.valueOf(counts[3 * i]));
      ends.merge((int) (states[i] >>> COUNTER), ways, BigInteger::add);
    }
    return ends;
  }
}
