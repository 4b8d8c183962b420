package timeslice.lab.threads.ch5;

/** Exercise 5.0: your bets, before anything runs. One interpreter, interval 5 ms. */
public final class Predictions {
  private Predictions() {}

  /** Nobody waits, so nobody asks: the lock is never given up on the way. */
  public static int dropsOfALoneThread() {
    return 0;
  }

  /** One thread reads 0, sleeps over two writes of the other, writes 1; and so once more. */
  public static int leastValueOfTheCounter() {
    return 2;
  }
}
