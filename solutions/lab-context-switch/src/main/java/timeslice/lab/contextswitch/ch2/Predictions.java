package timeslice.lab.contextswitch.ch2;

/** Six pages in a loop of ten rounds, through four entries and through six. */
public final class Predictions {
  private Predictions() {}

  /** None: the page that was just forgotten is always the one needed next. */
  public static int hitsWithFourEntries() {
    return 0;
  }

  /** All but the first round. */
  public static int hitsWithSixEntries() {
    return 54;
  }
}
