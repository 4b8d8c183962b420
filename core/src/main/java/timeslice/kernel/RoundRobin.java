package timeslice.kernel;

import timeslice.trace.Choice;
import timeslice.trace.ReadyCause;

/**
 * First in, first out, from one queue for all CPUs; with a quantum, round robin: who has used it up
 * goes to the end.
 */
public final class RoundRobin implements Scheduler {
  private final ThreadLinks.Queue queue = new ThreadLinks().new Queue();
  private final long quantum;
  private boolean wasAlone;

  private RoundRobin(long quantum) {
    if (quantum < 1) {
      throw new IllegalArgumentException("the quantum must be 1 ns or more, got " + quantum);
    }
    this.quantum = quantum;
  }

  /** Each thread runs until it waits or ends. */
  public static Factory fifo() {
    return _ -> new RoundRobin(FOREVER);
  }

  /** Each thread runs for this long at most, then the next one. */
  public static Factory withQuantum(long ns) {
    return _ -> new RoundRobin(ns);
  }

  @Override
  public void ready(int thread, ReadyCause cause) {
    queue.add(thread);
  }

  @Override
  public int next(int cpu) {
    wasAlone = queue.size() == 1;
    return queue.take();
  }

  @Override
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public long quantum(int thread) {
    return quantum;
  }

  @Override
  public Choice why() {
    return wasAlone ? Choice.ONLY_ONE : Choice.LONGEST_WAIT;
  }
}
