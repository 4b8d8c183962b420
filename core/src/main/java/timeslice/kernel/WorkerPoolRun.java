package timeslice.kernel;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeslice.trace.Timeline;

/**
 * One run of a {@link WorkerPool}: the state between two events.
 *
 * <p>An event is a number: below {@code cores}, the turn on that core ends; from {@code cores} on,
 * worker {@code event - cores} has nothing to wait for any more.
 */
final class WorkerPoolRun {
  private static final int NOBODY = -1;

  private final WorkerPool pool;
  private final List<Job> jobs;
  private final Timeline.@Nullable Builder timeline;
  private final EventQueue events = new HeapEventQueue();
  private final ReadyQueue ready;
  private final BitSet freeCores = new BitSet();
  private final int[] lastOnCore;
  private final long[] turn;
  private final long[] cpuLeft;
  private final long[] wait;
  private int nextJob;

  WorkerPoolRun(WorkerPool pool, List<Job> jobs, Timeline.@Nullable Builder timeline) {
    this.pool = pool;
    this.jobs = jobs;
    this.timeline = timeline;
    ready = new ReadyQueue(pool.workers);
    freeCores.set(0, pool.cores);
    lastOnCore = new int[pool.cores];
    Arrays.fill(lastOnCore, NOBODY);
    turn = new long[pool.cores];
    cpuLeft = new long[pool.workers];
    wait = new long[pool.workers];
  }

  /** Runs to the end and says when that is. */
  long end() {
    for (int worker = 0; worker < pool.workers; worker++) {
      takeJob(worker);
    }
    fillCores(0);
    while (!events.isEmpty()) {
      int event = events.take();
      if (event < pool.cores) {
        endTurn(event, events.now());
      } else {
        takeJob(event - pool.cores);
      }
      fillCores(events.now());
    }
    return events.now();
  }

  /** A worker without a next job simply never becomes ready again. */
  private void takeJob(int worker) {
    if (nextJob == jobs.size()) {
      return;
    }
    Job job = jobs.get(nextJob++);
    cpuLeft[worker] = job.cpu();
    wait[worker] = job.io();
    ready.add(worker);
  }

  private void endTurn(int core, long now) {
    int worker = lastOnCore[core];
    freeCores.set(core);
    cpuLeft[worker] -= turn[core];
    if (cpuLeft[worker] > 0) {
      ready.add(worker);
    } else {
      events.add(now + wait[worker], pool.cores + worker);
    }
  }

  private void fillCores(long now) {
    while (!ready.isEmpty() && !freeCores.isEmpty()) {
      int core = freeCores.nextSetBit(0);
      freeCores.clear(core);
      int worker = ready.take();
      long start = worker == lastOnCore[core] ? now : now + pool.switchCost;
      turn[core] = Math.min(pool.quantum, cpuLeft[worker]);
      lastOnCore[core] = worker;
      if (timeline != null) {
        timeline.add(core, worker, start, start + turn[core]);
      }
      events.add(start + turn[core], core);
    }
  }
}
