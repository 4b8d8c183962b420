package timeslice.kernel;

import timeslice.trace.Choice;
import timeslice.trace.ReadyCause;

/**
 * A run queue for each CPU, each served by round robin. No lock is fought over by all CPUs and a
 * thread finds its caches warm; the price is that one CPU can be idle while threads wait for
 * another.
 *
 * <p>A thread whose turn is over stays with its CPU. One that becomes ready goes to the CPU that it
 * ran on last if that is idle, else to an idle CPU (of a wholly idle core if there is one), else to
 * the CPU that it ran on last; a new one without an idle CPU to the shortest queue. Lower numbers
 * win ties.
 */
public final class PerCpuQueues implements Scheduler {
  private final MachineView view;
  private final long quantum;
  private final boolean moves;
  private final boolean steals;
  private final long balanceEvery;
  private final ThreadLinks.Queue[] queues;
  private int size;
  private long balances;
  private Choice reason = Choice.UNSAID;

  private PerCpuQueues(
      MachineView view, long quantum, boolean moves, boolean steals, long balanceEvery) {
    if (quantum < 1 || balanceEvery < 1) {
      throw new IllegalArgumentException(
          "quantum and balancing period must be 1 ns or more, got "
              + quantum
              + " and "
              + balanceEvery);
    }
    this.view = view;
    this.quantum = quantum;
    this.moves = moves;
    this.steals = steals;
    this.balanceEvery = balanceEvery;
    ThreadLinks links = new ThreadLinks();
    queues = new ThreadLinks.Queue[view.cpus()];
    for (int cpu = 0; cpu < queues.length; cpu++) {
      queues[cpu] = links.new Queue();
    }
  }

  /** A thread stays on its first CPU for ever, whatever the others do. */
  public static Factory pinned(long quantum) {
    return view -> new PerCpuQueues(view, quantum, false, false, FOREVER);
  }

  /** A CPU without work takes the thread that waits longest in the longest queue. */
  public static Factory stealing(long quantum) {
    return view -> new PerCpuQueues(view, quantum, true, true, FOREVER);
  }

  /** At the first event after every such period, queues are made equally long. */
  public static Factory balancing(long quantum, long everyNs) {
    return view -> new PerCpuQueues(view, quantum, true, false, everyNs);
  }

  @Override
  public void ready(int thread, ReadyCause cause) {
    boolean stays = cause == ReadyCause.PREEMPTED || cause == ReadyCause.YIELDED;
    queues[stays ? view.lastCpu(thread) : place(view.lastCpu(thread))].add(thread);
    size++;
  }

  private int place(int last) {
    if (last >= 0 && (!moves || isIdle(last))) {
      return last;
    }
    int idle = idleCpu();
    if (idle >= 0) {
      return idle;
    }
    return last >= 0 ? last : shortest();
  }

  private boolean isIdle(int cpu) {
    return load(cpu) == 0;
  }

  /** How many threads this CPU has, the running one included. */
  private int load(int cpu) {
    return queues[cpu].size() + (view.running(cpu) >= 0 ? 1 : 0);
  }

  /** An idle CPU, of a wholly idle core if there is one; -1 if all have work. */
  private int idleCpu() {
    int found = -1;
    for (int cpu = view.cpus() - 1; cpu >= 0; cpu--) {
      boolean better = found < 0 || coreIsIdle(cpu) || !coreIsIdle(found);
      if (isIdle(cpu) && better) {
        found = cpu;
      }
    }
    return found;
  }

  private boolean coreIsIdle(int cpu) {
    int first = cpu - cpu % view.hardwareThreads();
    for (int sibling = first; sibling < first + view.hardwareThreads(); sibling++) {
      if (!isIdle(sibling)) {
        return false;
      }
    }
    return true;
  }

  private int shortest() {
    int shortest = 0;
    for (int cpu = 1; cpu < queues.length; cpu++) {
      if (load(cpu) < load(shortest)) {
        shortest = cpu;
      }
    }
    return shortest;
  }

  private int longest() {
    int longest = 0;
    for (int cpu = 1; cpu < queues.length; cpu++) {
      if (load(cpu) > load(longest)) {
        longest = cpu;
      }
    }
    return longest;
  }

  @Override
  public int next(int cpu) {
    balanceIfDue();
    reason = queues[cpu].size() == 1 ? Choice.ONLY_ONE : Choice.LONGEST_WAIT;
    int from = cpu;
    if (steals && queues[cpu].isEmpty()) {
      from = longest(); // an idle CPU's own thread stays: that CPU takes it at once
      reason = Choice.STOLEN;
      if (view.running(from) < 0) {
        return -1;
      }
    }
    int thread = queues[from].take();
    size -= thread >= 0 ? 1 : 0;
    return thread;
  }

  private void balanceIfDue() {
    long due = view.now() / balanceEvery;
    if (balances < due) {
      balances = due;
      while (load(longest()) - load(shortest()) > 1) {
        queues[shortest()].add(queues[longest()].take());
      }
    }
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public long quantum(int thread) {
    return quantum;
  }

  @Override
  public Choice why() {
    return reason;
  }
}
