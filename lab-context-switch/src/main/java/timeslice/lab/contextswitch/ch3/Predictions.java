package timeslice.lab.contextswitch.ch3;

import static timeslice.Todo.todo;

/** Your bets for chapter 3. The scenarios stand in the text under 3.0. */
public final class Predictions {
  private Predictions() {}

  /** Of A's thirty touches after it came back: how many miss? */
  public static int missesAfterComingBack() {
    return todo("3.0: a number from 0 to 30");
  }

  /** Six pages in a loop, four entries: how many misses more in the sixty touches after the switch? */
  public static int extraMissesOfALoopThatDoesNotFit() {
    return todo("3.0: a number from 0 to 60");
  }
}
