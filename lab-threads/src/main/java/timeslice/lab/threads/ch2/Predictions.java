package timeslice.lab.threads.ch2;

import static timeslice.Todo.todo;

/**
 * Exercise 2.0: your bets, before anything runs. One core, free switches. Four threads need 6, 3, 1
 * and 7 ms of CPU; all are ready at 0 ms and stand in the queue in this order.
 */
public final class Predictions {
  private Predictions() {}

  /** First in, first out, without turns: at which millisecond is the thread of 1 ms done? */
  public static long endOfTheShortThreadFirstInFirstOut() {
    return todo("2.0: 6, 3, 1, 7 ms, first in first out: when is the third thread done?");
  }

  /** The same with turns of at most 2 ms. */
  public static long endOfTheShortThreadInTurnsOfTwo() {
    return todo("2.0: 6, 3, 1, 7 ms, turns of 2 ms: when is the third thread done?");
  }

  /** Which quantum of 1, 2, 3 and 5 ms gives the smallest mean time from arrival to end? */
  public static long bestQuantumOfOneTwoThreeAndFive() {
    return todo("2.0: 6, 3, 1, 7 ms: the quantum (1, 2, 3 or 5) with the smallest mean end");
  }
}
