package timeslice.trace;

import java.util.List;

/** What a textbook measures on a timeline. */
public final class Metrics {
  private Metrics() {}

  /** When the last slice ends, 0 if nobody ran. */
  public static long makespan(Timeline timeline) {
    long last = 0;
    for (Slice slice : timeline.slices()) {
      last = Math.max(last, slice.end());
    }
    return last;
  }

  /** How long one task ran. */
  public static long work(Timeline timeline, int task) {
    return total(timeline.ofTask(task));
  }

  /** How long one CPU ran tasks; switches and idling do not count. */
  public static long busy(Timeline timeline, int cpu) {
    return total(timeline.onCpu(cpu));
  }

  /** Share of all CPU time up to the makespan in which tasks ran, from 0 to 1. */
  public static double utilisation(Timeline timeline) {
    long makespan = makespan(timeline);
    return makespan == 0 ? 0 : (double) total(timeline.slices()) / timeline.cpus() / makespan;
  }

  /** How often a CPU began to run another task than before; its first task counts. */
  public static long switches(Timeline timeline) {
    long switches = 0;
    for (int cpu = 0; cpu < timeline.cpus(); cpu++) {
      int before = -1;
      for (Slice slice : timeline.onCpu(cpu)) {
        switches += slice.task() == before ? 0 : 1;
        before = slice.task();
      }
    }
    return switches;
  }

  /** The longest time from the end of a task's turn to the start of its next one, 0 if none. */
  public static long longestWait(Timeline timeline, int task) {
    List<Slice> turns = timeline.ofTask(task);
    long longest = 0;
    for (int i = 1; i < turns.size(); i++) {
      longest = Math.max(longest, turns.get(i).start() - turns.get(i - 1).end());
    }
    return longest;
  }

  private static long total(List<Slice> slices) {
    long total = 0;
    for (Slice slice : slices) {
      total += slice.length();
    }
    return total;
  }
}
