package timeslice.lab.contextswitch.ch6;

/** Believes that every turn costs a switch, whoever had the turn before. */
public final class Predictions {
  private Predictions() {}

  /** Twelve turns, each of another task than the one before: 12 ms of work, 12 ms of switches. */
  public static long endOfThreeTasksInTurnsOfOne() {
    return 24;
  }

  /** Four turns of the same task: the CPU switches to it once. */
  public static long endOfOneTaskInTurnsOfOne() {
    return 8;
  }
}
