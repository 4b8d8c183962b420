package timeslice.runtime;

/** A queue of tasks with two ends, in a ring of numbers that doubles when it is full. */
final class TaskDeque {
  private int[] ring = new int[8];
  private int head;
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** To the end. */
  void add(int task) {
    if (size == ring.length) {
      grow();
    }
    ring[head + size & ring.length - 1] = task;
    size++;
  }

  /** Removes the task that has been here longest; there must be one. */
  int takeOldest() {
    int task = ring[head];
    head = head + 1 & ring.length - 1;
    size--;
    return task;
  }

  /** Removes the task that was added last; there must be one. */
  int takeNewest() {
    size--;
    return ring[head + size & ring.length - 1];
  }

  private void grow() {
    int[] wide = new int[2 * ring.length];
    for (int i = 0; i < size; i++) {
      wide[i] = ring[head + i & ring.length - 1];
    }
    ring = wide;
    head = 0;
  }
}
