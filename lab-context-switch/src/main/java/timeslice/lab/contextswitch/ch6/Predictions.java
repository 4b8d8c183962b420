package timeslice.lab.contextswitch.ch6;

import static timeslice.Todo.todo;

/**
 * Exercise 6.0: your bets, before anything runs. One CPU; a switch to another task costs 1 ms;
 * everybody is ready at 0 ms and nobody waits for anything but the CPU.
 */
public final class Predictions {
  private Predictions() {}

  /** Three tasks of 4 ms each, turns of at most 1 ms: at which millisecond is the last one done? */
  public static long endOfThreeTasksInTurnsOfOne() {
    return todo("6.0: three tasks of 4 ms, quantum 1 ms, switch cost 1 ms: when is all done?");
  }

  /** One task of 4 ms, turns of at most 1 ms: at which millisecond is it done? */
  public static long endOfOneTaskInTurnsOfOne() {
    return todo("6.0: one task of 4 ms, quantum 1 ms, switch cost 1 ms: when is it done?");
  }
}
