package timeslice.lab.contextswitch.ch5;

/** Believes that a seventh process adds only its own flushes. */
public final class Predictions {
  private Predictions() {}

  /** Each takes a slot once, and finds it again nine times. */
  public static int flushesOfSixProcessesInTenRounds() {
    return 6;
  }

  /** The slot that the next one needs is always the one just taken: every switch flushes. */
  public static int flushesOfSevenProcessesInTenRounds() {
    return 16;
  }
}
