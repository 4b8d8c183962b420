package timeslice.lab.threads.ch1;

import static timeslice.Todo.todo;

/** Exercise 1.0: your bets, before anything runs. */
public final class Predictions {
  private Predictions() {}

  /** A program calls {@code new Thread(task).run()}: how many threads more does the kernel see? */
  public static int threadsAddedByRun() {
    return todo("1.0: threads that the kernel sees in addition after run()");
  }

  /** x is 1. A child made by {@code fork()} sets x to 2 and ends. What does the parent read? */
  public static int parentReadsAfterChildProcess() {
    return todo("1.0: what the parent reads after its child process wrote 2");
  }

  /** x is 1. A new thread sets x to 2, and is joined. What does the thread that made it read? */
  public static int makerReadsAfterThread() {
    return todo("1.0: what the maker reads after its thread wrote 2");
  }
}
