package timeslice.lab.contextswitch.ch0;

/** Believes that a shift grows the number, as it does in Python. */
public final class Predictions {
  private Predictions() {}

  /** An int has 32 bits, so only the five lowest bits of a shift count: 40 shifts by 8. */
  public static long oneShiftedLeftByForty() {
    return 1L << 40;
  }

  /** Java's division cuts towards zero, Python's towards minus infinity. */
  public static long minusOneDividedBy4096() {
    return 0;
  }
}
