package timeslice.kernel;

import java.util.function.IntToLongFunction;
import timeslice.trace.Choice;
import timeslice.trace.ReadyCause;

/**
 * EEVDF: of the threads that are owed time, the one whose virtual deadline is the earliest runs
 * (Stoica and Abdel-Wahab, 1995; Linux since 6.6, {@code kernel/sched/fair.c}; FACTS 2.4). One
 * queue serves all CPUs.
 *
 * <p>A thread of weight w that was served for s nanoseconds is at virtual time v = s / w. All that
 * compete are together at V = sum of s / sum of w. A thread's lag is w (V - v) = w V - s: what it
 * is owed, in nanoseconds. It is eligible if it is owed nothing less than zero, so if v is not
 * after V. Its deadline is where it will be after one slice; a thread that reaches it gets a new
 * one. Two whole numbers per thread, s and the s of its deadline, say all of this without rounding.
 *
 * <p>Decisions beyond that. A thread keeps its CPU until its deadline, unless one becomes ready
 * that is eligible and has an earlier deadline. A new thread comes with lag 0. One that waits and
 * is owed time leaves, and finds what it was owed when it comes back, though no more than two
 * slices. One that waits and owes time stays in the competition until the others have caught up
 * (delayed dequeue), and then leaves with lag 0. One that yields gives up the rest of its slice:
 * its deadline is one slice later. A new weight keeps the lag, and counts from the end of the
 * thread's turn on. If all eligible threads have a CPU already, an idle CPU takes the thread that
 * is least ahead.
 */
public final class EarliestEligibleDeadline implements Scheduler {
  private final MachineView view;
  private final IntToLongFunction slices;
  private final Competition all = new Competition();
  private final ThreadHeap early = new ThreadHeap(all::compareQueuedDeadlines);
  private final ThreadHeap waiting = new ThreadHeap(all::compareQueuedTimes);
  private int size;
  private boolean arrived;
  private Choice reason = Choice.UNSAID;

  private EarliestEligibleDeadline(MachineView view, IntToLongFunction slices) {
    this.view = view;
    this.slices = slices;
  }

  /** Every thread asks for slices of this length, in nanoseconds, 1 or more. */
  public static Factory withSlice(long ns) {
    return withSlices(_ -> ns);
  }

  /** Each thread asks for slices of its own length: the shorter, the earlier its deadlines. */
  public static Factory withSlices(IntToLongFunction ns) {
    return view -> new EarliestEligibleDeadline(view, ns);
  }

  /** Linux's slice: 0.70 ms, times 1 + log2 of the number of CPUs, of which it counts 8 at most. */
  public static Factory likeLinux() {
    return view -> {
      int log = 31 - Integer.numberOfLeadingZeros(Math.min(view.cpus(), 8));
      return withSlice(700_000L * (1 + log)).create(view);
    };
  }

  private long slice(int thread) {
    long ns = slices.applyAsLong(thread);
    if (ns < 1) {
      throw new IllegalArgumentException("a slice must be 1 ns or more, got " + ns);
    }
    return ns;
  }

  // ---- who competes ----

  @Override
  public void ready(int thread, ReadyCause cause) {
    size++;
    if (cause == ReadyCause.PREEMPTED || cause == ReadyCause.YIELDED) {
      all.reweigh(thread, view.weight(thread), runningNow());
      if (cause == ReadyCause.YIELDED) {
        all.postpone(thread, slice(thread));
      }
      queue(thread);
      return;
    }
    arrived = true;
    if (all.isGone(thread)) {
      all.comeBack(thread); // still queued
    } else {
      all.join(thread, view.weight(thread), slice(thread), runningNow());
      queue(thread);
    }
  }

  @Override
  public void ran(int thread, long ns) {
    all.serve(thread, ns, slice(thread));
  }

  @Override
  public void left(int thread) {
    all.keepLag(thread, 2 * slice(thread), runningNow());
    if (all.lag(thread, runningNow()) < 0) {
      all.goAway(thread);
      queue(thread);
    } else {
      all.leave(thread);
    }
    sort();
  }

  private void queue(int thread) {
    all.queue(thread);
    waiting.add(thread);
  }

  /** CPU time that running threads have used and that {@link #ran} has not reported yet. */
  private long runningNow() {
    long ns = 0;
    for (int cpu = 0; cpu < view.cpus(); cpu++) {
      if (view.running(cpu) >= 0) {
        ns += view.ranThisTurn(cpu);
      }
    }
    return ns;
  }

  // ---- who is next ----

  /**
   * Brings the two queues up to date: who has become eligible changes over; who is eligible and
   * gone owes nothing any more and leaves. V can also fall back a little, when a thread joins that
   * is owed time.
   */
  private void sort() {
    long running = runningNow();
    while (!early.isEmpty() && !all.isEligible(early.first(), running)) {
      waiting.add(early.take());
    }
    while (!waiting.isEmpty() && all.isEligible(waiting.first(), running)) {
      int thread = waiting.take();
      if (all.isGone(thread)) {
        all.forgive(thread);
      } else {
        early.add(thread);
      }
    }
  }

  @Override
  public int next(int cpu) {
    if (size == 0) {
      return -1;
    }
    sort();
    int thread = early.take();
    reason = Choice.EARLIEST_DEADLINE;
    while (thread < 0) {
      thread = waiting.take();
      reason = Choice.LEAST_RUN;
      if (all.isGone(thread)) {
        all.leave(thread); // with what it owes, for when it comes back
        thread = -1;
      }
    }
    if (size == 1) {
      reason = Choice.ONLY_ONE;
    }
    size--;
    return thread;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  /** Up to the deadline. */
  @Override
  public long quantum(int thread) {
    return all.untilDeadline(thread);
  }

  @Override
  public int preempt() {
    int latest = -1;
    if (arrived) {
      sort();
      int thread = early.first();
      for (int cpu = 0; cpu < view.cpus() && thread >= 0; cpu++) {
        int running = view.running(cpu);
        if (running >= 0 && all.compareDeadlines(running, thread) > 0) {
          thread = running;
          latest = cpu;
        }
      }
    }
    arrived = latest >= 0;
    return latest;
  }

  @Override
  public Choice why() {
    return reason;
  }
}
