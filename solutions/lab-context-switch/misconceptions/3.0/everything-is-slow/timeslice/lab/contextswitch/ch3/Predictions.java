package timeslice.lab.contextswitch.ch3;

/** Believes that after a flush every touch misses, and that every flush hurts. */
public final class Predictions {
  private Predictions() {}

  /** One for each of A's three pages, however long it then runs. */
  public static int missesAfterComingBack() {
    return 30;
  }

  /** The loop never hit before the switch, so there was nothing to lose. */
  public static int extraMissesOfALoopThatDoesNotFit() {
    return 6;
  }
}
