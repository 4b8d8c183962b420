package timeslice.lab.contextswitch.ch5;

import static timeslice.Todo.todo;

/**
 * Exercise 5.0: your bets, before anything runs. One CPU with six slots, taken round robin, as
 * Linux has them; nobody unmaps anything.
 */
public final class Predictions {
  private Predictions() {}

  /** Six processes take turns, each ten times: how many of the 60 switches flush a slot? */
  public static int flushesOfSixProcessesInTenRounds() {
    return todo("5.0: flushes when 6 processes take turns on 6 slots, 10 rounds");
  }

  /** Seven processes take turns, each ten times: how many of the 70 switches flush a slot? */
  public static int flushesOfSevenProcessesInTenRounds() {
    return todo("5.0: flushes when 7 processes take turns on 6 slots, 10 rounds");
  }
}
