package timeslice.kernel;

import timeslice.trace.Choice;
import timeslice.trace.ReadyCause;

/**
 * The thread with the least to compute before it waits or ends runs first: shortest job first, and
 * with preemption, shortest remaining time first. From one queue for all CPUs.
 *
 * <p>No real kernel knows how long a burst will be; here it is what {@link MachineView#left} says
 * when the thread becomes ready. Of equal bursts, the one that became ready first goes first.
 */
public final class ShortestFirst implements Scheduler {
  private final MachineView view;
  private final boolean preempts;
  private final ThreadHeap ready = new ThreadHeap(this::compare);
  private long[] burst = new long[16];
  private boolean wasAlone;

  private ShortestFirst(MachineView view, boolean preempts) {
    this.view = view;
    this.preempts = preempts;
  }

  /** SJF: who has a CPU keeps it until the burst is over. */
  public static Factory untilItWaits() {
    return view -> new ShortestFirst(view, false);
  }

  /** SRPT: a thread with less to do takes the CPU from the one that has most left. */
  public static Factory preemptive() {
    return view -> new ShortestFirst(view, true);
  }

  private int compare(int first, int second) {
    return Long.compare(burst[first], burst[second]);
  }

  @Override
  public void ready(int thread, ReadyCause cause) {
    burst = Columns.reaching(thread, burst);
    burst[thread] = view.left(thread);
    ready.add(thread);
  }

  @Override
  public int next(int cpu) {
    wasAlone = ready.size() == 1;
    return ready.take();
  }

  @Override
  public boolean isEmpty() {
    return ready.isEmpty();
  }

  @Override
  public int preempt() {
    if (!preempts) {
      return -1;
    }
    int longest = -1;
    long most = burst[ready.first()];
    for (int cpu = 0; cpu < view.cpus(); cpu++) {
      int thread = view.running(cpu);
      if (thread >= 0 && view.left(thread) > most) {
        most = view.left(thread);
        longest = cpu;
      }
    }
    return longest;
  }

  @Override
  public Choice why() {
    return wasAlone ? Choice.ONLY_ONE : Choice.SHORTEST;
  }
}
