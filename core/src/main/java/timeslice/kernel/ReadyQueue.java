package timeslice.kernel;

/** A first-in-first-out queue of task numbers in a ring; it never holds a task twice. */
final class ReadyQueue {
  private final int[] ring;
  private int head;
  private int size;

  ReadyQueue(int tasks) {
    ring = new int[tasks];
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(int task) {
    int tail = head + size;
    ring[tail < ring.length ? tail : tail - ring.length] = task;
    size++;
  }

  int take() {
    int task = ring[head];
    head = head + 1 < ring.length ? head + 1 : 0;
    size--;
    return task;
  }
}
