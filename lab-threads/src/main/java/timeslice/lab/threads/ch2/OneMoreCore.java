package timeslice.lab.threads.ch2;

import static timeslice.Todo.todo;

import java.util.List;

/** Exercise 2.5: jobs that are done <em>later</em> with one more core. */
public final class OneMoreCore {
  private OneMoreCore() {}

  /** Job {@code then} may not begin before job {@code first} is done; {@code first < then}. */
  public record Arc(int first, int then) {}

  /** How long each job takes, in the order of the list: 3 to 12 jobs, each from 1 to 20. */
  public static long[] durations() {
    return todo("2.5: how long each job takes");
  }

  /** Who waits for whom; jobs are numbered from 0 in the order of the list. */
  public static List<Arc> arcs() {
    return todo("2.5: arcs such as new Arc(0, 3)");
  }

  /** The number of cores that is better than one more, from 1 to 6. */
  public static int cores() {
    return todo("2.5: how many cores");
  }
}
