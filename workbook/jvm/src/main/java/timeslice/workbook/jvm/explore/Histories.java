package timeslice.workbook.jvm.explore;

import java.util.HashMap;
import java.util.Map;

/**
 * Numbers for what threads have observed: equal numbers mean the same thread with the same
 * observations in the same order, across all schedules of one exploration.
 */
final class Histories {
  /** Stands for everything that happens before the threads start. */
  static final int SETUP = 0;

  private final Map<Long, Integer> after = new HashMap<>();
  private final Map<Long, Integer> births = new HashMap<>();

  /** Thread number {@code index}, which has observed nothing yet. */
  static int of(int index) {
    return -1 - index;
  }

  /** The same thread after one more observation. */
  int after(int history, int observation) {
    return number(after, history, observation);
  }

  /** A number for the thing that a thread brought up, as its {@code ordinal}th at this point. */
  int birth(int history, int ordinal) {
    return number(births, history, ordinal);
  }

  private static int number(Map<Long, Integer> numbers, int first, int second) {
    long key = (long) first << 32 | (second & 0xffff_ffffL);
    return numbers.computeIfAbsent(key, unseen -> numbers.size() + 1);
  }
}
