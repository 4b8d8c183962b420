package timeslice.lab.threads.ch5;

import static timeslice.Todo.todo;

/** Exercise 5.0: your bets, before anything runs. One interpreter, interval 5 ms. */
public final class Predictions {
  private Predictions() {}

  /** A thread computes alone for 50 ms: how often does it give the GIL up before it is done? */
  public static int dropsOfALoneThread() {
    return todo("5.0: 50 ms alone, interval 5 ms: how often is the GIL given up on the way?");
  }

  /** Two threads, each three times {@code x = f(x)} with f(x) = x + 1: the least x at the end? */
  public static int leastValueOfTheCounter() {
    return todo("5.0: two threads, three times x = f(x) each: the least value of x at the end?");
  }
}
