package timeslice.lab.contextswitch.ch6;

import static timeslice.Todo.todo;

import java.util.List;
import timeslice.trace.Slice;

/** Exercise 6.1: round robin on one CPU, with a quantum and a cost for every change of task. */
public final class RoundRobin {
  private RoundRobin() {}

  /**
   * Who runs when. Tasks 0, 1, 2 … are all ready at time 0 and stand in one first-in-first-out
   * queue in this order. The head runs until its work is done, but for at most one quantum; if work
   * is left, it goes to the end of the queue. When the CPU turns to another task than the one it
   * ran last, it first loses {@code switchCost}; so it does before its very first task. Going on
   * with the same task costs nothing. The CPU never idles while work is left.
   *
   * @param work how long each task needs the CPU, each 1 or more; not changed
   * @param quantum longest turn, from 1 to {@code Long.MAX_VALUE}
   * @param switchCost time lost at a change of task, 0 or more
   * @return one slice on CPU 0 for every turn, in order; the time lost before it is no part of it
   * @throws IllegalArgumentException with the bad value in its sentence, if an argument is out of
   *     range
   */
  public static List<Slice> schedule(long[] work, long quantum, long switchCost) {
    return todo("6.1: let the tasks take turns and write down every turn");
  }
}
