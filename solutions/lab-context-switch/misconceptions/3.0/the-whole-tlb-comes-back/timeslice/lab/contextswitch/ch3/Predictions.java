package timeslice.lab.contextswitch.ch3;

/** Believes that the whole TLB is refilled, and that a loop loses what fits. */
public final class Predictions {
  private Predictions() {}

  /** One for each of A's three pages, however long it then runs. */
  public static int missesAfterComingBack() {
    return 8;
  }

  /** The loop never hit before the switch, so there was nothing to lose. */
  public static int extraMissesOfALoopThatDoesNotFit() {
    return 4;
  }
}
