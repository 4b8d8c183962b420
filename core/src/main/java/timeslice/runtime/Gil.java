package timeslice.runtime;

import java.util.ArrayList;
import java.util.List;
import timeslice.kernel.Kernel;
import timeslice.program.SplitMix;
import timeslice.trace.Kind;

/**
 * The global interpreter lock of one interpreter: CPython's own protocol, a flag with two condition
 * variables. {@code cond} says "it may be free", {@code switch_cond} "somebody else has taken it".
 *
 * <p>It only keeps the state and wakes waiters; when a thread has to wait, its runtime makes it do
 * so. Source: {@code Python/ceval_gil.c} of 3.13, with FORCE_SWITCHING (FACTS §2.5).
 */
final class Gil {
  private static final int NOBODY = -1;

  private final Kernel kernel;
  private final int interpreter;
  private final long wakeLatency;
  private final WaiterChoice choice;
  private final SplitMix random = new SplitMix(0);

  private final List<Integer> onCond = new ArrayList<>();
  private final List<Integer> onSwitchCond = new ArrayList<>();
  private boolean locked;
  private int lastHolder = NOBODY;
  private long switchNumber;
  private boolean dropRequested;

  Gil(Kernel kernel, int interpreter, long wakeLatency, WaiterChoice choice) {
    this.kernel = kernel;
    this.interpreter = interpreter;
    this.wakeLatency = wakeLatency;
    this.choice = choice;
  }

  int interpreter() {
    return interpreter;
  }

  /** How often the lock has gone to another thread than the one that held it last. */
  long switchNumber() {
    return switchNumber;
  }

  /** Takes the lock if it is free. */
  boolean tryTake(int thread) {
    if (locked) {
      return false;
    }
    locked = true;
    if (lastHolder != thread) {
      lastHolder = thread;
      switchNumber++;
    }
    dropRequested = false;
    kernel.trace().note(kernel.now(), Kind.GIL_TAKEN, NOBODY, thread, interpreter, 0);
    signalAll(onSwitchCond);
    return true;
  }

  /** This thread waits on cond from now on, until it is woken or its interval is over. */
  void waitOnCond(int thread) {
    onCond.add(thread);
  }

  /**
   * A wait on cond has ended, by a signal or by time.
   *
   * @return the holder, which now has to drop the lock; -1 if nobody has to
   */
  int afterCond(int thread, boolean timedOut, long switchNumberBefore) {
    onCond.remove((Integer) thread);
    if (!timedOut || !locked || switchNumber != switchNumberBefore || dropRequested) {
      return NOBODY;
    }
    dropRequested = true;
    kernel.trace().note(kernel.now(), Kind.GIL_REQUESTED, NOBODY, thread, interpreter, lastHolder);
    return lastHolder;
  }

  /** Whether the holder was asked to drop the lock. */
  boolean dropRequested() {
    return dropRequested;
  }

  /**
   * Gives the lock up and wakes one waiter. Who was asked to must then wait on switch_cond until
   * another thread has taken the lock.
   */
  void drop(int thread) {
    boolean asked = dropRequested;
    lastHolder = thread;
    locked = false;
    dropRequested = false;
    kernel.trace().note(kernel.now(), Kind.GIL_DROPPED, NOBODY, thread, interpreter, asked ? 1 : 0);
    boolean signalled = false;
    while (!signalled && !onCond.isEmpty()) { // one whose time is up does not wait any more
      signalled = kernel.wake(onCond.remove(chosen()), wakeLatency);
    }
  }

  /** This thread waits on switch_cond from now on. */
  void waitOnSwitchCond(int thread) {
    onSwitchCond.add(thread);
  }

  private int chosen() {
    return switch (choice) {
      case OLDEST -> 0;
      case NEWEST -> onCond.size() - 1;
      case ANY -> random.below(onCond.size());
    };
  }

  private void signalAll(List<Integer> waiters) {
    for (int waiter : waiters) {
      kernel.wake(waiter, wakeLatency);
    }
    waiters.clear();
  }
}
