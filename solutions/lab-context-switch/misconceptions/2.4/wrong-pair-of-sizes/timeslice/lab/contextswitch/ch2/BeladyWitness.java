package timeslice.lab.contextswitch.ch2;

/** Believes that a string which fools three entries against four fools every pair of sizes. */
public final class BeladyWitness {
  private BeladyWitness() {}

  public static int entries() {
    return 4;
  }

  public static long[] pages() {
    return new long[] {1, 2, 3, 4, 1, 2, 5, 1, 2, 3, 4, 5};
  }
}
