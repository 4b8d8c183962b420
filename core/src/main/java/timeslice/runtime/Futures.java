package timeslice.runtime;

import java.util.BitSet;
import timeslice.kernel.ThreadLinks;

/** Futures without a value: done or not, for good once they are. */
final class Futures {
  private final BitSet done = new BitSet();
  private final WaitQueues waiting;

  Futures(ThreadLinks links) {
    waiting = new WaitQueues(links);
  }

  /** Whether the future is done; otherwise the task waits for it from now on. */
  boolean await(int task, int future) {
    if (done.get(future)) {
      return true;
    }
    waiting.add(future, task);
    return false;
  }

  void complete(int future) {
    done.set(future);
  }

  /** The next of those who waited, -1 if there are no more. */
  int take(int future) {
    return waiting.take(future);
  }
}
