package timeslice.lab.contextswitch.ch6;

/** Believes that sharing the CPU out takes no time of its own. */
public final class Predictions {
  private Predictions() {}

  /** Twelve turns, each of another task than the one before: 12 ms of work, 12 ms of switches. */
  public static long endOfThreeTasksInTurnsOfOne() {
    return 12;
  }

  /** Four turns of the same task: the CPU switches to it once. */
  public static long endOfOneTaskInTurnsOfOne() {
    return 4;
  }
}
