package timeslice.trace;

import java.util.List;
import java.util.Optional;

/**
 * Rules that a timeline may break: each check names the first offence in a sentence, or is empty.
 */
public final class Checks {
  private Checks() {}

  /** A CPU runs one task at a time. */
  public static Optional<String> overlap(Timeline timeline) {
    for (int cpu = 0; cpu < timeline.cpus(); cpu++) {
      Optional<String> offence = overlap(timeline.onCpu(cpu));
      if (offence.isPresent()) {
        return offence;
      }
    }
    return Optional.empty();
  }

  /** A task is on one CPU at a time. */
  public static Optional<String> twoPlaces(Timeline timeline) {
    for (int task = 0; task < timeline.tasks(); task++) {
      Optional<String> offence = overlap(timeline.ofTask(task));
      if (offence.isPresent()) {
        return offence;
      }
    }
    return Optional.empty();
  }

  /**
   * Work is conserved: each task runs for exactly as long as it asked for, and nobody else runs.
   *
   * @param work what each task asked for, by task number
   */
  public static Optional<String> work(Timeline timeline, long... work) {
    for (int task = 0; task < Math.max(work.length, timeline.tasks()); task++) {
      long asked = task < work.length ? work[task] : 0;
      long ran = Metrics.work(timeline, task);
      if (ran != asked) {
        return Optional.of("task " + task + " asked for " + asked + " and ran for " + ran);
      }
    }
    return Optional.empty();
  }

  /**
   * The gap before each slice is the switch cost where the CPU's task changes (its first task
   * included) and nothing where it goes on: no CPU idles and no re-dispatch is charged.
   */
  public static Optional<String> gaps(Timeline timeline, long switchCost) {
    for (int cpu = 0; cpu < timeline.cpus(); cpu++) {
      int before = -1;
      long free = 0;
      for (Slice slice : timeline.onCpu(cpu)) {
        long due = slice.task() == before ? 0 : switchCost;
        if (slice.start() - free != due) {
          return Optional.of(
              slice
                  + " should start at "
                  + (free + due)
                  + (due == 0 && switchCost > 0 ? ": no switch, the CPU ran it before" : ""));
        }
        before = slice.task();
        free = slice.end();
      }
    }
    return Optional.empty();
  }

  private static Optional<String> overlap(List<Slice> byStart) {
    for (int i = 1; i < byStart.size(); i++) {
      if (byStart.get(i).start() < byStart.get(i - 1).end()) {
        return Optional.of(byStart.get(i - 1) + " overlaps " + byStart.get(i));
      }
    }
    return Optional.empty();
  }
}
