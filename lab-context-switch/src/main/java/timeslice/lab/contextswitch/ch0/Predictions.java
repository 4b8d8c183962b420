package timeslice.lab.contextswitch.ch0;

import static timeslice.Todo.todo;

/** Your bets for chapter 0. Replace each {@code todo} by a number before you run anything. */
public final class Predictions {
  private Predictions() {}

  /** What Java makes of {@code 1 << 40}. Python says 1099511627776. */
  public static long oneShiftedLeftByForty() {
    return todo("0.0: the number that 1 << 40 is in Java");
  }

  /** What Java makes of {@code -1 / 4096}. Python's {@code -1 // 4096} is -1. */
  public static long minusOneDividedBy4096() {
    return todo("0.0: the number that -1 / 4096 is in Java");
  }
}
