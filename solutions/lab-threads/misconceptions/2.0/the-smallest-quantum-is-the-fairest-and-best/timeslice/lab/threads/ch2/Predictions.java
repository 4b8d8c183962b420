package timeslice.lab.threads.ch2;

/** Believes that a smaller quantum always makes the mean better. */
public final class Predictions {
  private Predictions() {}

  /** It waits for 6 and 3 ms before it. */
  public static long endOfTheShortThreadFirstInFirstOut() {
    return 10;
  }

  /** Two turns of 2 ms before it. */
  public static long endOfTheShortThreadInTurnsOfTwo() {
    return 5;
  }

  /** Mean ends: 11.0 with 1, 11.5 with 2, 10.75 with 3, 12.25 with 5. */
  public static long bestQuantumOfOneTwoThreeAndFive() {
    return 1;
  }
}
