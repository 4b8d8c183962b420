package timeslice.lab.contextswitch.ch6;

/**
 * Exercise 6.0: your bets, before anything runs. One CPU; a switch to another task costs 1 ms;
 * everybody is ready at 0 ms and nobody waits for anything but the CPU.
 */
public final class Predictions {
  private Predictions() {}

  /** Twelve turns, each of another task than the one before: 12 ms of work, 12 ms of switches. */
  public static long endOfThreeTasksInTurnsOfOne() {
    return 24;
  }

  /** Four turns of the same task: the CPU switches to it once. */
  public static long endOfOneTaskInTurnsOfOne() {
    return 5;
  }
}
