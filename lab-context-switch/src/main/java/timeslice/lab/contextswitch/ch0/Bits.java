package timeslice.lab.contextswitch.ch0;

import static timeslice.Todo.todo;

/** Exercise 0.1: the six small pieces of bit arithmetic that address translation is made of. */
public final class Bits {
  private Bits() {}

  /**
   * Two to the power of {@code exponent}.
   *
   * @param exponent 0 to 62
   * @throws IllegalArgumentException for every other exponent; the message contains it
   */
  public static long powerOfTwo(int exponent) {
    return todo("0.1: 2 to the power of exponent, as a long");
  }

  /** Whether {@code n} is one of 1, 2, 4, 8 … 2^62. Zero and negative numbers are not. */
  public static boolean isPowerOfTwo(long n) {
    return todo("0.1: whether n is 1, 2, 4, 8 … or 2^62");
  }

  /**
   * The exponent of a power of two: 0 for 1, 1 for 2, 12 for 4096.
   *
   * @throws IllegalArgumentException if {@code n} is no power of two; the message contains it
   */
  public static int log2(long n) {
    return todo("0.1: the exponent e for which n is 2 to the power of e");
  }

  /**
   * The lowest {@code bits} bits of {@code value}; all higher bits are 0 in the result.
   *
   * @param bits 0 to 63
   */
  public static long low(long value, int bits) {
    return todo("0.1: the lowest bits of value");
  }

  /**
   * What remains of {@code value} when its lowest {@code bits} bits are cut off and the rest moves
   * down; zeros come in at the top, whatever the sign of {@code value}.
   *
   * @param bits 0 to 63
   */
  public static long high(long value, int bits) {
    return todo("0.1: value without its lowest bits, moved down");
  }

  /**
   * The smallest multiple of {@code powerOfTwo} that is {@code value} or more.
   *
   * @param value 0 or more
   * @param powerOfTwo one of 1, 2, 4 … 2^62
   * @throws IllegalArgumentException if that multiple does not fit into a long; the message contains
   *     {@code value}
   */
  public static long roundUp(long value, long powerOfTwo) {
    return todo("0.1: value, rounded up to a multiple of powerOfTwo");
  }
}
