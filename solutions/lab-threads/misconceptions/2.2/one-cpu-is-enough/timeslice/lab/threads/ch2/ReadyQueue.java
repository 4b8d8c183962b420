package timeslice.lab.threads.ch2;

import java.util.ArrayDeque;
import timeslice.kernel.Scheduler;
import timeslice.trace.ReadyCause;

/** Believes that a queue is served by one CPU. */
public final class ReadyQueue implements Scheduler {
  private final ArrayDeque<Integer> queue = new ArrayDeque<>();
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
    queue.addLast(thread);
  }

  @Override
  public int next(int cpu) {
    return queue.isEmpty() || cpu > 0 ? -1 : queue.removeFirst();
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
