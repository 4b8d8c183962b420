package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.List;

/** Threads that sleep until somebody wakes them; the one that waited longest is woken first. */
final class WaitQueue {

  /** One sleeping thread. */
  static final class Waiter {
    private final Object thread;
    private boolean woken;

    private Waiter(Object thread) {
      this.thread = thread;
    }

    boolean woken() {
      return woken;
    }
  }

  private final List<Waiter> waiters = new ArrayList<>();

  Waiter join(Object thread) {
    var waiter = new Waiter(thread);
    waiters.add(waiter);
    return waiter;
  }

  void leave(Waiter waiter) {
    waiters.remove(waiter);
  }

  /** Wakes up to so many threads; returns how many. */
  int wake(int most) {
    int count = 0;
    for (Waiter waiter : waiters) {
      if (count < most && !waiter.woken) {
        waiter.woken = true;
        count++;
      }
    }
    return count;
  }

  boolean allWoken() {
    return waiters.stream().allMatch(Waiter::woken);
  }

  void contents(Position.Builder position) {
    position.add(waiters.size());
    for (Waiter waiter : waiters) {
      int number = SharedObject.numberOf(waiter.thread);
      position.add(waiter.woken ? -number : number);
    }
  }
}
