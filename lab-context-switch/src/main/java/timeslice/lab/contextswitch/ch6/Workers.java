package timeslice.lab.contextswitch.ch6;

import static timeslice.Todo.todo;

/** Exercise 6.2: how many workers keep all cores busy. */
public final class Workers {
  private Workers() {}

  /**
   * The least number of workers that can keep every core computing, if every job computes for
   * {@code cpu} and then waits for {@code wait}: ⌈cores · (1 + wait / cpu)⌉, exact for all
   * arguments in range, however large.
   *
   * @param cores 1 or more
   * @param cpu CPU time of a job, 1 or more
   * @param wait time a job then waits off the CPU, 0 or more, in the same unit
   * @throws IllegalArgumentException with the bad value in its sentence, if an argument is out of
   *     range; also with the result in its sentence, if the result is more
   *     than a {@code long} can hold
   */
  public static long count(int cores, long cpu, long wait) {
    return todo("6.2: the least number of workers, in whole numbers only");
  }
}
