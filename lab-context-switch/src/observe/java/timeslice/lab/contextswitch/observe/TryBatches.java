package timeslice.lab.contextswitch.observe;

import java.util.List;
import timeslice.kernel.Job;
import timeslice.kernel.WorkerPool;

/**
 * Scratch paper for exercise 6.3: tries one batch with some workers and with one more. Change the
 * numbers, or put loops around {@code tryOne}.
 */
public final class TryBatches {
  private TryBatches() {}

  public static void main(String[] args) {
    List<Job> jobs = List.of(new Job(4, 4), new Job(4, 4), new Job(4, 4), new Job(4, 4));
    tryOne(jobs, 2, 2, 4);
  }

  private static void tryOne(List<Job> jobs, int cores, int workers, long quantum) {
    long fewer = new WorkerPool(workers, cores, quantum, 0).end(jobs);
    long more = new WorkerPool(workers + 1, cores, quantum, 0).end(jobs);
    String found = more > fewer ? "  <- later with one more" : "";
    System.out.println(
        jobs
            + ", "
            + cores
            + " cores, quantum "
            + quantum
            + ": "
            + workers
            + " workers end at "
            + fewer
            + ", "
            + (workers + 1)
            + " at "
            + more
            + found);
  }
}
