package timeslice.kernel;

import java.util.Arrays;

/**
 * The links of first-in-first-out queues of threads: one number per thread, however many queues
 * there are. A thread stands in one queue at a time.
 */
public final class ThreadLinks {
  private static final int NOBODY = -1;

  private int[] next = new int[16];

  private void grow(int thread) {
    next = Arrays.copyOf(next, Math.max(thread + 1, next.length + (next.length >> 1)));
  }

  /** One queue over these links. */
  public final class Queue {
    private int head = NOBODY;
    private int tail = NOBODY;
    private int size;

    /** Whether nobody stands here. */
    public boolean isEmpty() {
      return head == NOBODY;
    }

    /** How many stand here. */
    public int size() {
      return size;
    }

    /** To the end of the queue; the thread must stand in no queue of these links. */
    public void add(int thread) {
      if (thread >= next.length) {
        grow(thread);
      }
      next[thread] = NOBODY;
      if (tail == NOBODY) {
        head = thread;
      } else {
        next[tail] = thread;
      }
      tail = thread;
      size++;
    }

    /** Moves all of another queue to the end of this one, in their order. */
    public void addAll(Queue other) {
      if (other.isEmpty()) {
        return;
      }
      if (tail == NOBODY) {
        head = other.head;
      } else {
        next[tail] = other.head;
      }
      tail = other.tail;
      size += other.size;
      other.head = NOBODY;
      other.tail = NOBODY;
      other.size = 0;
    }

    /** The thread that was added first, -1 if there is none; it stays. */
    public int first() {
      return head;
    }

    /** Removes the thread that was added first, -1 if there is none. */
    public int take() {
      int thread = head;
      if (thread == NOBODY) {
        return NOBODY;
      }
      head = next[thread];
      if (head == NOBODY) {
        tail = NOBODY;
      }
      size--;
      return thread;
    }
  }
}
