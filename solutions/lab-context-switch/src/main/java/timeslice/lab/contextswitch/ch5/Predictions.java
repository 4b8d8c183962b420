package timeslice.lab.contextswitch.ch5;

/**
 * Exercise 5.0: your bets, before anything runs. One CPU with six slots, taken round robin, as
 * Linux has them; nobody unmaps anything.
 */
public final class Predictions {
  private Predictions() {}

  /** Each takes a slot once, and finds it again nine times. */
  public static int flushesOfSixProcessesInTenRounds() {
    return 6;
  }

  /** The slot that the next one needs is always the one just taken: every switch flushes. */
  public static int flushesOfSevenProcessesInTenRounds() {
    return 70;
  }
}
