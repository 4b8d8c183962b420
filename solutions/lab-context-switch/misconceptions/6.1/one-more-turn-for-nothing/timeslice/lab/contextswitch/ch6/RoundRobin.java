package timeslice.lab.contextswitch.ch6;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import timeslice.trace.Slice;

/**
 * Believes that a task that used its whole quantum must have work left, and switches to it once
 * more.
 */
public final class RoundRobin {
  private RoundRobin() {}

  /** Who runs when: one slice on CPU 0 for every turn, in order. */
  public static List<Slice> schedule(long[] work, long quantum, long switchCost) {
    check(work, quantum, switchCost);
    long[] left = work.clone();
    Queue<Integer> ready = new ArrayDeque<>();
    for (int task = 0; task < work.length; task++) {
      ready.add(task);
    }
    List<Slice> slices = new ArrayList<>();
    long now = 0;
    int last = -1;
    while (!ready.isEmpty()) {
      int task = ready.remove();
      if (task != last) {
        now += switchCost;
      }
      if (left[task] == 0) {
        last = task;
        continue;
      }
      long turn = Math.min(quantum, left[task]);
      slices.add(new Slice(0, task, now, now + turn));
      now += turn;
      left[task] -= turn;
      last = task;
      if (turn == quantum) {
        ready.add(task);
      }
    }
    return slices;
  }

  private static void check(long[] work, long quantum, long switchCost) {
    for (long each : work) {
      if (each < 1) {
        throw new IllegalArgumentException("a task's work must be 1 or more, got " + each);
      }
    }
    if (quantum < 1) {
      throw new IllegalArgumentException("the quantum must be 1 or more, got " + quantum);
    }
    if (switchCost < 0) {
      throw new IllegalArgumentException("the switch cost must be 0 or more, got " + switchCost);
    }
  }
}
