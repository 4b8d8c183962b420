package timeslice.lab.contextswitch.ch2;

/** Believes that missing as often with one entry more is the anomaly already. */
public final class BeladyWitness {
  private BeladyWitness() {}

  public static int entries() {
    return 3;
  }

  public static long[] pages() {
    return new long[] {1, 2, 3, 4};
  }
}
