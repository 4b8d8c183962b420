package timeslice.lab.contextswitch.ch4;

import static timeslice.Todo.todo;

/** Your bets for chapter 4. The scenarios stand in the text under 4.0. */
public final class Predictions {
  private Predictions() {}

  /** A1, A2, B1, B1, A2, A1, A1, B2 run in this order on one CPU: how many flushes? */
  public static int flushesOfTheSchedule() {
    return todo("4.0: a number from 0 to 8");
  }

  /** One thread unmaps one page: how many CPUs are interrupted? */
  public static int interruptsOfOneUnmap() {
    return todo("4.0: a number from 0 to 8");
  }
}
