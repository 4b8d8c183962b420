package timeslice.lab.threads.ch5;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import timeslice.trace.Slice;

/** Believes that the lock is given up after each interval, whether anybody waits or not. */
public final class GilTurns {
  private GilTurns() {}

  /**
   * Who holds the GIL when. All threads want it from time 0 on, and thread 0 takes it first.
   *
   * @param pieces the program of each thread, one thread or more: lengths of code, each 1 or more
   *     and at least one; a checkpoint stands behind each piece and nowhere else; not changed
   * @param interval how long a waiter waits before it may ask, 1 or more
   * @param choice which waiter gets the lock: from the number of waiters, 1 or more, to a place
   *     among them, 0 being the one with the smallest number
   * @return a slice on CPU 0 for each time that a thread holds the lock, in order
   */
  public static List<Slice> holds(long[][] pieces, long interval, IntUnaryOperator choice) {
    int threads = pieces.length;
    int[] next = new int[threads];
    long[] since = new long[threads];
    int[] seen = new int[threads];
    List<Slice> holds = new ArrayList<>();
    List<Integer> waiting = new ArrayList<>();
    for (int thread = 1; thread < threads; thread++) {
      waiting.add(thread);
    }
    int holder = 0;
    int switches = 0;
    long from = 0;
    long now = 0;
    boolean requested = false;
    while (true) {
      now += pieces[holder][next[holder]++];
      requested = now - from >= interval;
      boolean finished = next[holder] == pieces[holder].length;
      if (!finished && !requested) {
        continue;
      }
      holds.add(new Slice(0, holder, from, now));
      if (waiting.isEmpty()) {
        if (finished) {
          return holds;
        }
        from = now;
        continue;
      }
      int dropped = holder;
      holder = waiting.remove(choice.applyAsInt(waiting.size()));
      switches++;
      requested = false;
      from = now;
      if (!finished) {
        since[dropped] = now;
        seen[dropped] = switches;
        waiting.add(dropped);
        waiting.sort(null);
      }
    }
  }
}
