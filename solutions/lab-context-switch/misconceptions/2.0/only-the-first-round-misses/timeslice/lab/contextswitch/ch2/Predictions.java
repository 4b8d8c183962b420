package timeslice.lab.contextswitch.ch2;

/** Believes that a page which has come once stays. */
public final class Predictions {
  private Predictions() {}

  public static int hitsWithFourEntries() {
    return 54;
  }

  public static int hitsWithSixEntries() {
    return 54;
  }
}
