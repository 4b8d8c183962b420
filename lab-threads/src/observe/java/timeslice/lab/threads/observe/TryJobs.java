package timeslice.lab.threads.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import timeslice.kernel.FixedPriority;
import timeslice.kernel.Machine;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;

/**
 * Scratch paper for exercise 2.5: tries jobs with arcs on some cores and on one more. Change the
 * numbers, or put loops around {@code tryOne}.
 */
public final class TryJobs {
  private TryJobs() {}

  public static void main(String[] args) {
    long[] durations = {3, 1, 2, 2, 5};
    int[][] arcs = {{0, 4}, {1, 3}}; // job 4 waits for job 0, job 3 for job 1
    tryOne(durations, arcs, 2);
  }

  private static void tryOne(long[] durations, int[][] arcs, int cores) {
    long fewer = end(durations, arcs, cores);
    long more = end(durations, arcs, cores + 1);
    String found = more > fewer ? "  <- later with one more" : "";
    System.out.println(
        Arrays.toString(durations)
            + " with arcs "
            + Arrays.deepToString(arcs)
            + ": "
            + cores
            + " cores end at "
            + fewer
            + ", "
            + (cores + 1)
            + " at "
            + more
            + found);
  }

  private static long end(long[] durations, int[][] arcs, int cores) {
    List<Program> programs = new ArrayList<>();
    for (int job = 0; job < durations.length; job++) {
      Program.Builder program = Program.start();
      for (int[] arc : arcs) {
        if (arc[1] == job) {
          program.then(new Operation.Await(arc[0]));
        }
      }
      programs.add(program.compute(durations[job]).then(new Operation.Complete(job)).end());
    }
    Machine machine = Machine.cores(cores).with(FixedPriority.list());
    return new OneToOne().run(machine, Workload.of(programs)).end();
  }
}
