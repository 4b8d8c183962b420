package timeslice.bench;

import java.util.Arrays;

/**
 * The future as a heap with four children a node. A key is one number, time and sequence number,
 * which limits a run to 2^36 ns and to 2^28 events in the future.
 */
final class HeapFloor extends SchedulingFloor {
  private static final int NOBODY = -1;
  private static final int SEQUENCE_BITS = 28;

  private long[] key = new long[1024];
  private int[] value = new int[1024];
  private int size;
  private long added;
  private long now;

  HeapFloor(int tasks, int cores, int longestWait, long seed) {
    super(tasks, cores, longestWait, seed);
  }

  @Override
  void add(int task, long at) {
    if (size == key.length) {
      key = Arrays.copyOf(key, 2 * size);
      value = Arrays.copyOf(value, 2 * size);
    }
    long mine = at << SEQUENCE_BITS | added++ & (1L << SEQUENCE_BITS) - 1;
    int hole = size++;
    while (hole > 0) {
      int parent = hole - 1 >> 2;
      if (key[parent] <= mine) {
        break;
      }
      key[hole] = key[parent];
      value[hole] = value[parent];
      hole = parent;
    }
    key[hole] = mine;
    value[hole] = task;
  }

  @Override
  int take() {
    if (size == 0) {
      return NOBODY;
    }
    int task = value[0];
    now = key[0] >>> SEQUENCE_BITS;
    long moved = key[--size];
    int hole = 0;
    while (true) {
      int child = (hole << 2) + 1;
      if (child >= size) {
        break;
      }
      int least = child;
      int end = Math.min(child + 4, size);
      for (int other = child + 1; other < end; other++) {
        if (key[other] < key[least]) {
          least = other;
        }
      }
      if (key[least] >= moved) {
        break;
      }
      key[hole] = key[least];
      value[hole] = value[least];
      hole = least;
    }
    key[hole] = moved;
    value[hole] = value[size];
    return task;
  }

  @Override
  long now() {
    return now;
  }
}
