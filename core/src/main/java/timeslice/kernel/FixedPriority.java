package timeslice.kernel;

import java.util.function.IntUnaryOperator;
import timeslice.trace.Choice;
import timeslice.trace.ReadyCause;

/**
 * Each thread has a rank that never changes, and the lowest rank runs first, from one queue for all
 * CPUs; of equal ranks, the one that became ready first. With preemption this is POSIX's {@code
 * SCHED_FIFO} (which counts the other way round); without it and with a rank of each thread's own,
 * it is list scheduling: a free CPU takes the first thread of the list that is ready (Graham,
 * "Bounds on multiprocessing timing anomalies", SIAM J. Appl. Math. 1969).
 */
public final class FixedPriority implements Scheduler {
  private final MachineView view;
  private final IntUnaryOperator rank;
  private final boolean preempts;
  private final ThreadHeap ready = new ThreadHeap(this::compare);
  private boolean wasAlone;

  private FixedPriority(MachineView view, IntUnaryOperator rank, boolean preempts) {
    this.view = view;
    this.rank = rank;
    this.preempts = preempts;
  }

  /**
   * A thread of lower rank takes the CPU from the one of the highest.
   *
   * @param rank the rank of each thread, by its number
   */
  public static Factory preemptive(IntUnaryOperator rank) {
    return view -> new FixedPriority(view, rank, true);
  }

  /**
   * The threads stand in a list by their numbers, and who has begun to run keeps its CPU until it
   * waits. Not before its first instruction, though: of jobs that end at the same instant, each is
   * to have a say in who comes next.
   */
  public static Factory list() {
    return view -> new FixedPriority(view, thread -> thread, false);
  }

  private int compare(int first, int second) {
    return Integer.compare(rank.applyAsInt(first), rank.applyAsInt(second));
  }

  @Override
  public void ready(int thread, ReadyCause cause) {
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
    int lastInRank = -1;
    int highest = rank.applyAsInt(ready.first());
    for (int cpu = 0; cpu < view.cpus(); cpu++) {
      int thread = view.running(cpu);
      boolean movable = thread >= 0 && (preempts || view.ranThisTurn(cpu) == 0);
      if (movable && rank.applyAsInt(thread) > highest) {
        highest = rank.applyAsInt(thread);
        lastInRank = cpu;
      }
    }
    return lastInRank;
  }

  @Override
  public Choice why() {
    return wasAlone ? Choice.ONLY_ONE : Choice.HIGHEST_LEVEL;
  }
}
