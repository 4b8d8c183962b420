package timeslice.kernel;

import java.util.Arrays;

/**
 * An event queue as a heap in which every node has four children: half as deep as a binary heap,
 * and the four stand beside each other in memory.
 *
 * <p>The sequence number is part of the order: a heap alone would order equal times by accident.
 */
public final class HeapEventQueue implements EventQueue {
  private long[] time = new long[16];
  private long[] sequence = new long[16];
  private int[] event = new int[16];
  private int size;
  private long added;
  private long takenAt;
  private long takenSequence;

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public long now() {
    return takenAt;
  }

  @Override
  public long sequence() {
    return takenSequence;
  }

  @Override
  public long add(long at, int what) {
    if (at < takenAt) {
      throw new IllegalArgumentException("it is " + takenAt + ", too late to add for " + at);
    }
    if (size == time.length) {
      time = Arrays.copyOf(time, 2 * size);
      sequence = Arrays.copyOf(sequence, 2 * size);
      event = Arrays.copyOf(event, 2 * size);
    }
    long number = added++;
    int hole = size++;
    while (hole > 0 && before(at, number, parent(hole))) {
      move(parent(hole), hole);
      hole = parent(hole);
    }
    put(hole, at, number, what);
    return number;
  }

  @Override
  public int take() {
    int first = event[0];
    takenAt = time[0];
    takenSequence = sequence[0];
    size--;
    long at = time[size];
    long number = sequence[size];
    int hole = 0;
    for (int child = earliestChild(hole); child >= 0; child = earliestChild(hole)) {
      if (before(at, number, child)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, at, number, event[size]);
    return first;
  }

  private static int parent(int node) {
    return (node - 1) >> 2;
  }

  /** The child that comes first, -1 if there is none. */
  private int earliestChild(int node) {
    int first = (node << 2) + 1;
    if (first >= size) {
      return -1;
    }
    int end = Math.min(first + 4, size);
    int earliest = first;
    for (int child = first + 1; child < end; child++) {
      if (before(time[child], sequence[child], earliest)) {
        earliest = child;
      }
    }
    return earliest;
  }

  private boolean before(long at, long number, int node) {
    return at < time[node] || (at == time[node] && number < sequence[node]);
  }

  private void move(int from, int to) {
    put(to, time[from], sequence[from], event[from]);
  }

  private void put(int node, long at, long number, int what) {
    time[node] = at;
    sequence[node] = number;
    event[node] = what;
  }
}
