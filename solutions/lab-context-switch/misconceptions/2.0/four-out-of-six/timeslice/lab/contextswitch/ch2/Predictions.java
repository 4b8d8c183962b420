package timeslice.lab.contextswitch.ch2;

/** Believes that a cache holding two thirds of the pages answers two thirds of the accesses. */
public final class Predictions {
  private Predictions() {}

  public static int hitsWithFourEntries() {
    return 40;
  }

  public static int hitsWithSixEntries() {
    return 54;
  }
}
