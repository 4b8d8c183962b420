package timeslice.explore;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * In how many ways each state of a layer can be reached, exactly: whole numbers of as many limbs as
 * the largest needs, in one array, state by state with the lowest limb first.
 *
 * <p>A limb has 63 bits: then the sum of two and a carry still fits 64, and the new carry is its
 * highest bit.
 */
final class PathCounts {
  private static final int LIMB_BITS = 63;
  private static final long LIMB = Long.MAX_VALUE;

  private int limbs = 1;
  private int used;
  private long[] words = new long[16];

  /** Forgets all counts; the next ones have room for this many bits. */
  void clear(int bits) {
    used = 0;
    limbs = bits / LIMB_BITS + 1;
  }

  /** Appends a count of zero: the one of the next state. */
  void append() {
    int end = used + limbs;
    if (end > words.length) {
      words = Arrays.copyOf(words, (int) Math.min(2L * end, Integer.MAX_VALUE - 8));
    }
    Arrays.fill(words, used, end, 0);
    used = end;
  }

  void setOne(int state) {
    words[state * limbs] = 1;
  }

  /** Adds a count of other states, which may have fewer limbs, to the count of a state here. */
  void add(int state, PathCounts from, int other) {
    int to = state * limbs;
    int at = other * from.limbs;
    long carry = 0;
    for (int i = 0; i < from.limbs; i++) {
      long sum = words[to + i] + from.words[at + i] + carry;
      words[to + i] = sum & LIMB;
      carry = sum >>> LIMB_BITS;
    }
    for (int i = from.limbs; carry != 0; i++) {
      long sum = words[to + i] + carry;
      words[to + i] = sum & LIMB;
      carry = sum >>> LIMB_BITS;
    }
  }

  BigInteger get(int state) {
    BigInteger count = BigInteger.ZERO;
    for (int i = limbs - 1; i >= 0; i--) {
      count = count.shiftLeft(LIMB_BITS).add(BigInteger.valueOf(words[state * limbs + i]));
    }
    return count;
  }

  /** The sum of all counts; it must fit the limbs of one. */
  BigInteger sum() {
    PathCounts sum = new PathCounts();
    sum.limbs = limbs;
    sum.append();
    for (int state = 0; state < used / limbs; state++) {
      sum.add(0, this, state);
    }
    return sum.get(0);
  }
}
