package timeslice.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;

/**
 * Jobs that must wait for others: job j takes {@code durations[j]}, and may begin when all jobs in
 * {@code before.get(j)} are done. As programs, job j awaits the futures of those before it,
 * computes and completes future j.
 */
record JobGraph(long[] durations, List<List<Integer>> before) {

  /** Jobs without arcs. */
  static JobGraph independent(long... durations) {
    List<List<Integer>> none = new ArrayList<>();
    for (int i = 0; i < durations.length; i++) {
      none.add(List.of());
    }
    return new JobGraph(durations, none);
  }

  /** The same jobs with one more arc. */
  JobGraph arc(int first, int then) {
    List<List<Integer>> more = new ArrayList<>();
    before.forEach(list -> more.add(new ArrayList<>(list)));
    more.get(then).add(first);
    return new JobGraph(durations, more);
  }

  int size() {
    return durations.length;
  }

  /** The jobs as tasks, in the order of the list; future j belongs to job j. */
  Workload workload() {
    List<Program> programs = new ArrayList<>();
    for (int job = 0; job < size(); job++) {
      Program.Builder program = Program.start();
      before.get(job).forEach(first -> program.then(new Operation.Await(first)));
      programs.add(program.compute(durations[job]).then(new Operation.Complete(job)).end());
    }
    return Workload.of(programs);
  }

  /** When the last job is done if each free core takes the first job of the list that may begin. */
  long listSchedule(int cores) {
    return end(cores, FixedPriority.list());
  }

  long end(int cores, Scheduler.Factory policy) {
    return new OneToOne().run(Machine.cores(cores).with(policy), workload()).end();
  }

  /** All of the work. */
  long work() {
    return Arrays.stream(durations).sum();
  }

  /** The longest chain of jobs that wait for each other. Arcs lead from lower numbers to higher. */
  long criticalPath() {
    long[] end = new long[size()];
    for (int job = 0; job < size(); job++) {
      for (int first : before.get(job)) {
        end[job] = Math.max(end[job], end[first]);
      }
      end[job] += durations[job];
    }
    return Arrays.stream(end).max().orElse(0);
  }

  /**
   * The best end there is, by trying all orders: each job in turn goes to the earliest time where a
   * core is free for all of it, which can be before jobs that were placed earlier. One of these
   * schedules is the best of all ("active" schedules, Sprecher, Kolisch and Drexl 1995).
   */
  long best(int cores) {
    return best(cores, new long[size()], new boolean[size()], 0, Long.MAX_VALUE);
  }

  private long best(int cores, long[] start, boolean[] placed, int count, long best) {
    if (count == size()) {
      long end = 0;
      for (int job = 0; job < size(); job++) {
        end = Math.max(end, start[job] + durations[job]);
      }
      return Math.min(best, end);
    }
    long found = best;
    for (int job = 0; job < size(); job++) {
      boolean free = before.get(job).stream().allMatch(first -> placed[first]);
      if (!placed[job] && free) {
        start[job] = earliest(job, cores, start, placed);
        placed[job] = true;
        found = best(cores, start, placed, count + 1, found);
        placed[job] = false;
      }
    }
    return found;
  }

  private long earliest(int job, int cores, long[] start, boolean[] placed) {
    long at = 0;
    for (int first : before.get(job)) {
      at = Math.max(at, start[first] + durations[first]);
    }
    while (!fits(at, durations[job], cores, start, placed)) {
      at++;
    }
    return at;
  }

  private boolean fits(long from, long length, int cores, long[] start, boolean[] placed) {
    for (long tick = from; tick < from + length; tick++) {
      int busy = 0;
      for (int other = 0; other < size(); other++) {
        boolean runs = placed[other] && start[other] <= tick;
        busy += runs && tick < start[other] + durations[other] ? 1 : 0;
      }
      if (busy == cores) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return Arrays.toString(durations) + " after " + before;
  }
}
