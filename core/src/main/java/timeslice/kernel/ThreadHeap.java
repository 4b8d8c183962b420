package timeslice.kernel;

import java.util.Arrays;

/**
 * Ready threads in an order of a policy's own, the first on top; of equal ones, the one that was
 * added first. What the order looks at must not change while a thread is in here.
 */
final class ThreadHeap {
  /** Which of two threads comes first. */
  @FunctionalInterface
  interface Order {
    /** Negative if the first comes first, positive if the second does, 0 if they are equal. */
    int compare(int first, int second);
  }

  private static final int NOBODY = -1;

  private final Order order;
  private int[] thread = new int[16];
  private long[] sequence = new long[16];
  private int size;
  private long added;

  ThreadHeap(Order order) {
    this.order = order;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int size() {
    return size;
  }

  /** The thread on top, -1 if there is none. */
  int first() {
    return size == 0 ? NOBODY : thread[0];
  }

  void add(int newThread) {
    if (size == thread.length) {
      thread = Arrays.copyOf(thread, 2 * size);
      sequence = Arrays.copyOf(sequence, 2 * size);
    }
    long number = added++;
    int hole = size++;
    while (hole > 0 && before(newThread, number, parent(hole))) {
      put(hole, thread[parent(hole)], sequence[parent(hole)]);
      hole = parent(hole);
    }
    put(hole, newThread, number);
  }

  /** Removes the thread on top, -1 if there is none. */
  int take() {
    if (size == 0) {
      return NOBODY;
    }
    int first = thread[0];
    size--;
    int moved = thread[size];
    long number = sequence[size];
    int hole = 0;
    for (int child = earlierChild(hole); child >= 0; child = earlierChild(hole)) {
      if (before(moved, number, child)) {
        break;
      }
      put(hole, thread[child], sequence[child]);
      hole = child;
    }
    put(hole, moved, number);
    return first;
  }

  private static int parent(int node) {
    return (node - 1) >> 1;
  }

  /** The child that comes first, -1 if there is none. */
  private int earlierChild(int node) {
    int left = 2 * node + 1;
    if (left >= size) {
      return NOBODY;
    }
    int right = left + 1;
    return right < size && before(thread[right], sequence[right], left) ? right : left;
  }

  private boolean before(int candidate, long number, int node) {
    int compared = order.compare(candidate, thread[node]);
    return compared < 0 || (compared == 0 && number < sequence[node]);
  }

  private void put(int node, int what, long number) {
    thread[node] = what;
    sequence[node] = number;
  }
}
