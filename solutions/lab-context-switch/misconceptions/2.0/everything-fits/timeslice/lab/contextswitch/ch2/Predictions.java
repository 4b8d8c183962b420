package timeslice.lab.contextswitch.ch2;

/** Believes that with room for every page every access hits, the first one too. */
public final class Predictions {
  private Predictions() {}

  public static int hitsWithFourEntries() {
    return 0;
  }

  public static int hitsWithSixEntries() {
    return 60;
  }
}
