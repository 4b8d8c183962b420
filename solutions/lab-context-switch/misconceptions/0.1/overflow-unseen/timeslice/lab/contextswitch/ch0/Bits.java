package timeslice.lab.contextswitch.ch0;

/** Believes that a sum of two longs is always a larger number. */
public final class Bits {
  private Bits() {}

  /** Two to the power of {@code exponent}, 0 to 62: bit 63 of a long is its sign. */
  public static long powerOfTwo(int exponent) {
    if (exponent < 0 || exponent > 62) {
      throw new IllegalArgumentException("exponent must be 0 to 62, got " + exponent);
    }
    return 1L << exponent;
  }

  /** A power of two has a single bit set; taking 1 away turns it off and all below it on. */
  public static boolean isPowerOfTwo(long n) {
    return n > 0 && (n & (n - 1)) == 0;
  }

  /** The position of the single bit that is set. */
  public static int log2(long n) {
    if (!isPowerOfTwo(n)) {
      throw new IllegalArgumentException("expected a power of two, got " + n);
    }
    return Long.numberOfTrailingZeros(n);
  }

  /** The lowest {@code bits} bits of {@code value}, 0 to 63. */
  public static long low(long value, int bits) {
    return value & ((1L << bits) - 1);
  }

  /** The other bits, moved down; {@code >>>} brings in zeros where {@code >>} copies the sign. */
  public static long high(long value, int bits) {
    return value >>> bits;
  }

  /** The smallest multiple of {@code powerOfTwo} that is {@code value} or more. */
  public static long roundUp(long value, long powerOfTwo) {
    long mask = powerOfTwo - 1;
    long rounded = (value + mask) & ~mask;
    return rounded;
  }
}
