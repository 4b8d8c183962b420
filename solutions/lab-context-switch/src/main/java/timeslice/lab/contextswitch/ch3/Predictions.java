package timeslice.lab.contextswitch.ch3;

/** The numbers that the model comes to. */
public final class Predictions {
  private Predictions() {}

  /** One for each of A's three pages, however long it then runs. */
  public static int missesAfterComingBack() {
    return 3;
  }

  /** The loop never hit before the switch, so there was nothing to lose. */
  public static int extraMissesOfALoopThatDoesNotFit() {
    return 0;
  }
}
