package timeslice.runtime;

import java.util.Arrays;
import java.util.List;
import timeslice.kernel.ThreadLinks;

/** Semaphores: permits to take and give back, handed to who has waited longest. */
final class Semaphores {
  private final WaitQueues waiting;
  private int[] permits;

  /** These permits at first; a semaphore beyond the list has 1. */
  Semaphores(List<Integer> first, ThreadLinks links) {
    waiting = new WaitQueues(links);
    permits = new int[first.size()];
    for (int i = 0; i < permits.length; i++) {
      permits[i] = first.get(i);
    }
  }

  /** Takes a permit if there is one; otherwise the task waits for it from now on. */
  boolean acquire(int task, int semaphore) {
    know(semaphore);
    if (permits[semaphore] > 0) {
      permits[semaphore]--;
      return true;
    }
    waiting.add(semaphore, task);
    return false;
  }

  /** Gives a permit back; returns the task that has it now, -1 if nobody waited. */
  int release(int semaphore) {
    int next = waiting.take(semaphore);
    if (next < 0) {
      know(semaphore);
      permits[semaphore]++;
    }
    return next;
  }

  private void know(int semaphore) {
    int known = permits.length;
    if (semaphore >= known) {
      permits = Arrays.copyOf(permits, semaphore + (semaphore >> 1) + 16);
      Arrays.fill(permits, known, permits.length, 1);
    }
  }
}
