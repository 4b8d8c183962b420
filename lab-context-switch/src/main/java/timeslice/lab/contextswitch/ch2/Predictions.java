package timeslice.lab.contextswitch.ch2;

import static timeslice.Todo.todo;

/**
 * Exercise 2.0: bet before anything runs. A program touches six pages in order, round and round,
 * ten rounds: 60 accesses. The TLB is empty at first, and when it is full it forgets the page whose
 * last use is furthest back.
 */
public final class Predictions {
  private Predictions() {}

  /** How many of the 60 accesses hit a TLB of four entries. */
  public static int hitsWithFourEntries() {
    return todo("2.0: your bet, a number from 0 to 60");
  }

  /** How many of the 60 accesses hit a TLB of six entries. */
  public static int hitsWithSixEntries() {
    return todo("2.0: your bet, a number from 0 to 60");
  }
}
