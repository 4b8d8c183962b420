package timeslice.lab.contextswitch.ch6;

import static timeslice.Todo.todo;

import java.util.List;
import timeslice.kernel.Job;

/**
 * Exercise 6.3: a batch that is done <em>later</em> with one more worker, although every job waits
 * for I/O and a switch costs nothing.
 */
public final class OneMoreWorker {
  private OneMoreWorker() {}

  /** The batch, in the order of the list: 2 to 8 jobs; cpu from 1 to 20, io from 1 to 20. */
  public static List<Job> jobs() {
    return todo("6.3: jobs such as new Job(cpu, io)");
  }

  /** How many cores there are, 2 to 4. */
  public static int cores() {
    return todo("6.3: how many cores");
  }

  /** The number of workers that is better than one more, at least 1. */
  public static int workers() {
    return todo("6.3: how many workers");
  }

  /** The longest turn on a core, 1 or more. */
  public static long quantum() {
    return todo("6.3: how long a turn may be");
  }
}
