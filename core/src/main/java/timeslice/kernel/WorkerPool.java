package timeslice.kernel;

import java.util.Iterator;
import java.util.List;
import timeslice.trace.Kind;
import timeslice.trace.Recording;
import timeslice.trace.StopReason;
import timeslice.trace.Timeline;
import timeslice.trace.Trace;

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

  private final int workers;
  private final Machine machine;

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
    machine = Machine.cores(cores).with(RoundRobin.withQuantum(quantum)).withSwitchCost(switchCost);
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
    Kernel kernel = run(jobs, Recording.FULL);
    return new Batch(kernel.now(), timeline(kernel.trace().trace()));
  }

  /** When the last of these jobs is done; as {@link #run}, without keeping the timeline. */
  public long end(List<Job> jobs) {
    return run(jobs, Recording.OFF).now();
  }

  private Kernel run(List<Job> jobs, Recording recording) {
    Kernel kernel = new Kernel(machine.with(recording));
    Iterator<Job> list = jobs.iterator();
    for (int i = 0; i < workers && list.hasNext(); i++) {
      new Worker(kernel, list).begin();
    }
    kernel.run();
    return kernel;
  }

  /** One worker: a thread while it computes, a device that calls back while it waits. */
  private static final class Worker implements ThreadBody, Kernel.Device {
    private final Kernel kernel;
    private final Iterator<Job> jobs;
    private int thread;
    private int waiting;
    private Job job;

    Worker(Kernel kernel, Iterator<Job> jobs) {
      this.kernel = kernel;
      this.jobs = jobs;
      job = jobs.next();
    }

    void begin() {
      waiting = kernel.attach(this);
      thread = kernel.create(-1, this);
      kernel.compute(thread, job.cpu());
    }

    /** Its job's CPU time is over. */
    @Override
    public long next(Kernel asking, int self) {
      kernel.at(kernel.now() + job.io(), waiting);
      return kernel.block(thread, StopReason.IO, 0);
    }

    /** Its job's wait is over; without a next job it never becomes ready again. */
    @Override
    public void happen() {
      if (jobs.hasNext()) {
        job = jobs.next();
        kernel.compute(thread, job.cpu());
        kernel.wake(thread);
      }
    }
  }

  private Timeline timeline(Trace trace) {
    int[] stop = new int[trace.size()]; // by the event at which a turn begins: where it ends
    int[] begun = new int[machine.cores()];
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.RUN) {
        begun[trace.cpu(i)] = i;
      } else if (trace.kind(i) == Kind.STOP) {
        stop[begun[trace.cpu(i)]] = i;
      }
    }
    Timeline.Builder timeline = new Timeline.Builder(machine.cores());
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.RUN) {
        long start = trace.time(i) + trace.value(i);
        timeline.add(trace.cpu(i), trace.who(i), start, trace.time(stop[i]));
      }
    }
    return timeline.build();
  }
}
