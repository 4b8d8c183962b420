package timeslice.lab.threads.ch2;

/** Believes that the kernel knows who is short, and lets it go first. */
public final class Predictions {
  private Predictions() {}

  /** It waits for 6 and 3 ms before it. */
  public static long endOfTheShortThreadFirstInFirstOut() {
    return 1;
  }

  /** Two turns of 2 ms before it. */
  public static long endOfTheShortThreadInTurnsOfTwo() {
    return 1;
  }

  /** Mean ends: 11.0 with 1, 11.5 with 2, 10.75 with 3, 12.25 with 5. */
  public static long bestQuantumOfOneTwoThreeAndFive() {
    return 3;
  }
}
