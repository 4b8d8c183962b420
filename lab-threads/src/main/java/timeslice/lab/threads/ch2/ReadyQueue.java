package timeslice.lab.threads.ch2;

import static timeslice.Todo.todo;

import timeslice.kernel.Scheduler;
import timeslice.trace.ReadyCause;

/**
 * Exercise 2.2: the policy of a kernel with one queue for all CPUs, first in, first out. With a
 * quantum it is round robin: a thread whose turn is over becomes ready again and so goes to the
 * end.
 *
 * <p>The machine calls these methods and does the rest: it counts the time, switches, and charges a
 * switch where a CPU turns to another thread. Why a thread became ready makes no difference here.
 */
public final class ReadyQueue implements Scheduler {

  /**
   * An empty queue.
   *
   * @param quantum the longest turn in nanoseconds, 1 or more; {@code Scheduler.FOREVER} for turns
   *     that end only when the thread waits or ends. Anything less is refused with an {@link
   *     IllegalArgumentException} whose message holds the value
   */
  public ReadyQueue(long quantum) {
    todo("2.2: refuse a quantum below 1, otherwise start empty");
  }

  @Override
  public void ready(int thread, ReadyCause cause) {
    todo("2.2: this thread wants a CPU from now on");
  }

  @Override
  public int next(int cpu) {
    return todo("2.2: take out the thread that has been ready for longest, -1 if there is none");
  }

  @Override
  public boolean isEmpty() {
    return todo("2.2: whether no thread is ready");
  }

  @Override
  public long quantum(int thread) {
    return todo("2.2: how long this thread's turn may be");
  }
}
