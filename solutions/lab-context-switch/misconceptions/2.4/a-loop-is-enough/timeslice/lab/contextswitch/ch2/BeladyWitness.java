package timeslice.lab.contextswitch.ch2;

/** Believes that any loop larger than the TLB shows it. */
public final class BeladyWitness {
  private BeladyWitness() {}

  public static int entries() {
    return 3;
  }

  public static long[] pages() {
    return new long[] {1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5};
  }
}
