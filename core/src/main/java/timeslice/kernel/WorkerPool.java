package timeslice.kernel;

import java.util.List;
import timeslice.trace.Timeline;

/**
 * Workers that take jobs from one list, on cores that one kernel shares out by round robin.
 *
 * <p>Every worker takes the next job, computes for the job's CPU time, waits off the CPU for its
 * wait, and takes the next. Ready workers stand in one first-in-first-out queue. The head gets the
 * lowest-numbered free core for at most one quantum, then goes to the end of the queue. A switch
 * costs time only where the core's worker changes (a core's first worker included); going on with
 * the same one is free, even after a pause.
 *
 * <p>Deterministic: what happens at the same instant happens in the order in which it was decided
 * (by sequence number), and free cores are filled after each event. Times are whole numbers of one
 * unit; their sum must fit a {@code long}.
 */
public final class WorkerPool {
  /** A quantum that never ends: a worker keeps its core until it waits. */
  public static final long RUN_TO_COMPLETION = Long.MAX_VALUE;

  final int workers;
  final int cores;
  final long quantum;
  final long switchCost;

  /**
   * A pool that can run any number of batches; it keeps no state between them.
   *
   * @param workers how many take jobs, 1 or more
   * @param cores how many can compute at once, 1 or more
   * @param quantum longest turn on a core, 1 or more
   * @param switchCost what a core loses when its worker changes, 0 or more
   */
  public WorkerPool(int workers, int cores, long quantum, long switchCost) {
    if (workers < 1) {
      throw new IllegalArgumentException("there must be at least 1 worker, got " + workers);
    }
    if (cores < 1) {
      throw new IllegalArgumentException("there must be at least 1 core, got " + cores);
    }
    if (quantum < 1) {
      throw new IllegalArgumentException("the quantum must be 1 or more, got " + quantum);
    }
    if (switchCost < 0) {
      throw new IllegalArgumentException("the switch cost must be 0 or more, got " + switchCost);
    }
    this.workers = workers;
    this.cores = cores;
    this.quantum = quantum;
    this.switchCost = switchCost;
  }

  /**
   * What came of a batch.
   *
   * @param end when the last job was done, its wait included
   * @param timeline who computed where and when; a worker's number is its task number
   */
  public record Batch(long end, Timeline timeline) {}

  /** Runs these jobs, taken in this order. */
  public Batch run(List<Job> jobs) {
    Timeline.Builder timeline = new Timeline.Builder(cores);
    long end = new WorkerPoolRun(this, jobs, timeline).end();
    return new Batch(end, timeline.build());
  }

  /** When the last of these jobs is done; as {@link #run}, without keeping the timeline. */
  public long end(List<Job> jobs) {
    return new WorkerPoolRun(this, jobs, null).end();
  }
}
