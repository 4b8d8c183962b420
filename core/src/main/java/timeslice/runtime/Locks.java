package timeslice.runtime;

import java.util.Arrays;
import timeslice.kernel.ThreadLinks;

/** Who holds which lock, and who waits for it. A lock has one owner and cannot be taken twice. */
final class Locks {
  private static final int NOBODY = -1;

  private final HandOff handOff;
  private final WaitQueues waiting;
  private int[] owner = new int[0];

  Locks(HandOff handOff, ThreadLinks links) {
    this.handOff = handOff;
    this.waiting = new WaitQueues(links);
  }

  /** The task that holds this lock, -1 if it is free. */
  int owner(int lock) {
    return lock < owner.length ? owner[lock] : NOBODY;
  }

  /**
   * Takes the lock if it is free; otherwise the task, which must not hold it, waits for it from now
   * on.
   */
  boolean lock(int task, int lock) {
    if (lock >= owner.length) {
      int free = owner.length;
      owner = Arrays.copyOf(owner, lock + (lock >> 1) + 16);
      Arrays.fill(owner, free, owner.length, NOBODY);
    }
    if (owner[lock] == NOBODY) {
      owner[lock] = task;
      return true;
    }
    waiting.add(lock, task);
    return false;
  }

  /**
   * Takes the lock from its owner.
   *
   * @return the task to go on, -1 if none waits; it already holds the lock if locks are handed over
   */
  int unlock(int lock) {
    int next = waiting.take(lock);
    owner[lock] = handsOver() ? next : NOBODY;
    return next;
  }

  /** Whether the task that {@link #unlock} returned holds the lock already. */
  boolean handsOver() {
    return handOff == HandOff.TO_FIRST_WAITER;
  }
}
