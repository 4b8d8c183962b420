package timeslice.lab.threads.ch2;

import java.util.TreeSet;
import timeslice.kernel.Scheduler;
import timeslice.trace.ReadyCause;

/** Believes that threads stand in the order of their numbers. */
public final class ReadyQueue implements Scheduler {
  private final TreeSet<Integer> queue = new TreeSet<>();
  private final long quantum;

  /** An empty queue. */
  public ReadyQueue(long quantum) {
    if (quantum < 1) {
      throw new IllegalArgumentException("the quantum must be 1 ns or more, got " + quantum);
    }
    this.quantum = quantum;
  }

  @Override
  public void ready(int thread, ReadyCause cause) {
    queue.add(thread);
  }

  @Override
  public int next(int cpu) {
    return queue.isEmpty() ? -1 : queue.pollFirst();
  }

  @Override
  public boolean isEmpty() {
    return queue.isEmpty();
  }

  @Override
  public long quantum(int thread) {
    return quantum;
  }
}
