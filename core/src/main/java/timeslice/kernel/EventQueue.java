package timeslice.kernel;

import java.util.Arrays;

/**
 * The future of a simulation: events by time, equal times in the order in which they were added.
 *
 * <p>A binary heap over three columns of numbers; adding and taking allocate nothing. The sequence
 * number is what makes two runs equal: a heap alone would order equal times by accident.
 */
final class EventQueue {
  private long[] time = new long[16];
  private long[] sequence = new long[16];
  private int[] event = new int[16];
  private int size;
  private long added;
  private long takenAt;

  boolean isEmpty() {
    return size == 0;
  }

  /** The time of the event taken last. */
  long now() {
    return takenAt;
  }

  void add(long at, int what) {
    if (size == time.length) {
      time = Arrays.copyOf(time, 2 * size);
      sequence = Arrays.copyOf(sequence, 2 * size);
      event = Arrays.copyOf(event, 2 * size);
    }
    long number = added++;
    int hole = size++;
    while (hole > 0 && before(at, number, (hole - 1) / 2)) {
      move((hole - 1) / 2, hole);
      hole = (hole - 1) / 2;
    }
    put(hole, at, number, what);
  }

  /** Removes the earliest event and returns it. */
  int take() {
    int first = event[0];
    takenAt = time[0];
    size--;
    long at = time[size];
    long number = sequence[size];
    int hole = 0;
    while (2 * hole + 1 < size) {
      int child = 2 * hole + 1;
      if (child + 1 < size && before(time[child + 1], sequence[child + 1], child)) {
        child++;
      }
      if (before(at, number, child)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, at, number, event[size]);
    return first;
  }

  private boolean before(long at, long number, int index) {
    return at < time[index] || (at == time[index] && number < sequence[index]);
  }

  private void move(int from, int to) {
    put(to, time[from], sequence[from], event[from]);
  }

  private void put(int index, long at, long number, int what) {
    time[index] = at;
    sequence[index] = number;
    event[index] = what;
  }
}
