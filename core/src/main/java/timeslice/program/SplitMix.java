package timeslice.program;

/**
 * A small seeded generator of pseudo-random numbers: the same seed gives the same numbers on every
 * platform, for ever.
 *
 * <p>Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014;
 * the constants are those of {@code java.util.SplittableRandom}.
 */
public final class SplitMix {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  private long state;

  public SplitMix(long seed) {
    state = seed;
  }

  /** The next 64 bits. */
  public long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Scrambles 64 bits so that each bit of the answer depends on all of them; one to one. */
  static long mix(long bits) {
    bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
    bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
    return bits ^ (bits >>> 31);
  }

  /**
   * The next number from 0 to bound - 1, each about equally likely (the bias is below bound /
   * 2^32).
   *
   * @param bound 1 or more
   */
  public int below(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be 1 or more, got " + bound);
    }
    return (int) ((next() >>> 32) * bound >>> 32); // the upper half, scaled: no slow remainder
  }
}
