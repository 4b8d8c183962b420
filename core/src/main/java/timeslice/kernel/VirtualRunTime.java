package timeslice.kernel;

import timeslice.trace.Choice;
import timeslice.trace.ReadyCause;

/**
 * The thread whose virtual run time is the smallest runs: Linux's "completely fair scheduler" as it
 * was before 6.6, with one queue for all CPUs (FACTS 2.4; its {@code kernel/sched/fair.c}).
 *
 * <p>Virtual run time is CPU time over weight. Within one latency every ready thread is to run
 * once, so a turn is the thread's share of it by weight, and never shorter than the granularity. A
 * thread that has slept does not keep what it missed: it starts at most half a latency before the
 * thread that was chosen last; a new thread starts beside that one. A thread that becomes ready
 * takes a CPU only from a thread that is ahead by more than the granularity. One that yields goes
 * behind the next. A new weight counts from the end of the thread's turn on.
 */
public final class VirtualRunTime implements Scheduler {
  private static final int NORMAL = 1024;

  private final MachineView view;
  private final long latency;
  private final long granularity;
  private final ThreadHeap ready = new ThreadHeap(this::compare);
  private long[] service = new long[16];
  private int[] weight = new int[16];

  /** How many threads are ready or run, and what they weigh together. */
  private int competing;

  private long weights;

  /** Virtual time of the thread chosen last, never turned back. */
  private long clockService;

  private int clockWeight = NORMAL;
  private boolean arrived;
  private boolean wasAlone;

  private VirtualRunTime(MachineView view, long latency, long granularity) {
    this.view = view;
    this.latency = latency;
    this.granularity = granularity;
  }

  /**
   * Fair turns.
   *
   * @param latencyNs in what time every ready thread runs once, if the granularity allows it
   * @param granularityNs the shortest turn, 1 ns or more
   */
  public static Factory within(long latencyNs, long granularityNs) {
    if (granularityNs < 1 || latencyNs < granularityNs) {
      throw new IllegalArgumentException(
          "the granularity must be 1 ns or more and the latency no less, got "
              + granularityNs
              + " and "
              + latencyNs);
    }
    return view -> new VirtualRunTime(view, latencyNs, granularityNs);
  }

  private int compare(int first, int second) {
    return VirtualTime.compare(service[first], weight[first], service[second], weight[second]);
  }

  @Override
  public void ready(int thread, ReadyCause cause) {
    switch (cause) {
      case CREATED, WOKEN, TIMER -> join(thread, cause);
      case PREEMPTED -> reweigh(thread);
      case YIELDED -> {
        reweigh(thread);
        goBehind(thread, ready.first());
      }
    }
    ready.add(thread);
  }

  private void join(int thread, ReadyCause cause) {
    service = Columns.reaching(thread, service);
    weight = Columns.reaching(thread, weight);
    int now = view.weight(thread);
    long credit = cause == ReadyCause.CREATED ? 0 : now * (latency / 2) / NORMAL;
    long own = weight[thread] == 0 ? 0 : VirtualTime.service(now, service[thread], weight[thread]);
    long others = VirtualTime.service(now, clockService, clockWeight);
    service[thread] = Math.max(own, others - credit);
    weight[thread] = now;
    competing++;
    weights += now;
    arrived = true;
  }

  private void reweigh(int thread) {
    int now = view.weight(thread);
    service[thread] = VirtualTime.service(now, service[thread], weight[thread]);
    weights += now - weight[thread];
    weight[thread] = now;
  }

  private void goBehind(int thread, int other) {
    if (other >= 0 && compare(thread, other) < 0) {
      long level = VirtualTime.service(weight[thread], service[other], weight[other]);
      service[thread] = level + 1; // rounded up, so that it is not before the other again
    }
  }

  @Override
  public int next(int cpu) {
    wasAlone = ready.size() == 1;
    int thread = ready.take();
    if (thread >= 0
        && VirtualTime.compare(service[thread], weight[thread], clockService, clockWeight) > 0) {
      clockService = service[thread];
      clockWeight = weight[thread];
    }
    return thread;
  }

  @Override
  public boolean isEmpty() {
    return ready.isEmpty();
  }

  @Override
  public long quantum(int thread) {
    int perCpu = (competing + view.cpus() - 1) / view.cpus();
    long period = Math.max(latency, granularity * perCpu);
    long share = VirtualTime.service(weight[thread], period * view.cpus(), weights);
    return Math.max(granularity, Math.min(period, share));
  }

  @Override
  public void ran(int thread, long ns) {
    service[thread] += ns;
  }

  @Override
  public void left(int thread) {
    competing--;
    weights -= weight[thread];
  }

  @Override
  public int preempt() {
    if (!arrived) {
      return -1;
    }
    int first = ready.first();
    long most = service[first] + granularity;
    int heaviest = weight[first];
    int ahead = -1;
    for (int cpu = 0; cpu < view.cpus(); cpu++) {
      int thread = view.running(cpu);
      long served = thread < 0 ? 0 : service[thread] + view.ranThisTurn(cpu);
      if (thread >= 0 && VirtualTime.compare(served, weight[thread], most, heaviest) > 0) {
        most = served;
        heaviest = weight[thread];
        ahead = cpu;
      }
    }
    arrived = ahead >= 0;
    return ahead;
  }

  @Override
  public Choice why() {
    return wasAlone ? Choice.ONLY_ONE : Choice.LEAST_RUN;
  }
}
