package timeslice.program;

/**
 * How long something takes, in nanoseconds: a number, or a range from which every task draws its
 * own.
 *
 * @param min the least, 0 or more
 * @param max the most, {@code min} or more, and less than 2^32 ns (4.3 s) above it
 */
public record Nanos(long min, long max) {
  private static final long RANGE = 1L << 32;

  public Nanos {
    if (min < 0) {
      throw new IllegalArgumentException("a time must be 0 ns or more, got " + min);
    }
    if (max < min) {
      throw new IllegalArgumentException(
          "the longest time must not be below the shortest, " + min + " ns, got " + max);
    }
    if (max - min >= RANGE) {
      throw new IllegalArgumentException(
          "the longest time must be less than 2^32 ns above the shortest, got " + (max - min));
    }
  }

  /** Always this long. */
  public static Nanos of(long ns) {
    return new Nanos(ns, ns);
  }

  /** Anything from the one to the other, each value equally likely. */
  public static Nanos between(long min, long max) {
    return new Nanos(min, max);
  }

  /**
   * The draw of one task at one place of its program: a function of the three numbers, so that a
   * task draws the same whatever runs beside it, on whatever machine.
   */
  public static long draw(long seed, int task, int place, long min, long max) {
    if (min == max) {
      return min;
    }
    long bits = SplitMix.mix(seed ^ SplitMix.mix((long) task << 32 | place));
    return min + ((bits >>> 32) * (max - min + 1) >>> 32); // scaled: no slow remainder
  }

  @Override
  public String toString() {
    return min == max ? min + " ns" : min + " to " + max + " ns";
  }
}
