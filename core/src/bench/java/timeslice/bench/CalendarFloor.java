package timeslice.bench;

import java.util.Arrays;

/**
 * The future as a calendar queue: a ring of short sorted lists, one for each stretch of time, made
 * to measure, since the longest wait is known. A task waits or is ready, and so needs one link.
 */
final class CalendarFloor extends SchedulingFloor {
  private static final int NOBODY = -1;

  private final long[] due;
  private final int[] first;
  private final int[] last;
  private final int stretchBits;
  private int waiting;
  private long stretch;
  private long now;

  CalendarFloor(int tasks, int cores, int longestWait, long seed) {
    super(tasks, cores, longestWait, seed);
    due = new long[tasks];
    int horizon = Math.max(longestWait, QUANTUM) + 1;
    int bits = 0;
    while (horizon >>> bits > Math.max(64, tasks)) {
      bits++;
    }
    stretchBits = bits;
    int stretches = Integer.highestOneBit((horizon >>> bits) + 2) * 2;
    first = new int[stretches];
    last = new int[stretches];
    Arrays.fill(first, NOBODY);
    Arrays.fill(last, NOBODY);
  }

  @Override
  void add(int task, long at) {
    waiting++;
    due[task] = at;
    int list = (int) (at >>> stretchBits) & first.length - 1;
    int end = last[list];
    if (end == NOBODY) {
      next[task] = NOBODY;
      first[list] = task;
      last[list] = task;
    } else if (due[end] <= at) {
      next[task] = NOBODY;
      next[end] = task;
      last[list] = task;
    } else if (due[first[list]] > at) {
      next[task] = first[list];
      first[list] = task;
    } else {
      int before = first[list];
      while (due[next[before]] <= at) {
        before = next[before];
      }
      next[task] = next[before];
      next[before] = task;
    }
  }

  @Override
  int take() {
    if (waiting == 0) {
      return NOBODY;
    }
    waiting--;
    int mask = first.length - 1;
    while (first[(int) stretch & mask] == NOBODY) {
      stretch++;
    }
    int list = (int) stretch & mask;
    int task = first[list];
    first[list] = next[task];
    if (first[list] == NOBODY) {
      last[list] = NOBODY;
    }
    now = due[task];
    return task;
  }

  @Override
  long now() {
    return now;
  }
}
