package timeslice.lab.threads.ch1;

/** Believes that a child process writes into its parent's memory. */
public final class Predictions {
  private Predictions() {}

  /** A program calls {@code new Thread(task).run()}: how many threads more does the kernel see? */
  public static int threadsAddedByRun() {
    return 0;
  }

  /** x is 1. A child made by {@code fork()} sets x to 2 and ends. What does the parent read? */
  public static int parentReadsAfterChildProcess() {
    return 2;
  }

  /** x is 1. A new thread sets x to 2, and is joined. What does the thread that made it read? */
  public static int makerReadsAfterThread() {
    return 2;
  }
}
