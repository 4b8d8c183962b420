package timeslice.runtime.loop;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The timers of a loop: the earliest first, equal deadlines in the order of their scheduling.
 *
 * <p>asyncio leaves the order of equal deadlines to its heap, that is, undefined; we define it. A
 * heap in three columns, each node with four children: fewer levels, and the children lie together.
 */
final class Timers {
  /** Up to this many timers the cancelled ones are left where they are (base_events.py). */
  private static final int FEW = 100;

  private long[] when = new long[16];
  private long[] sequence = new long[16];
  private @Nullable TimerHandle[] handle = new @Nullable TimerHandle[16];
  private int size;
  private int cancelled;
  private long added;

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** When the first is due; there must be one. */
  long firstWhen() {
    return when[0];
  }

  void countCancelled() {
    cancelled++;
  }

  void add(TimerHandle timer) {
    if (size == when.length) {
      when = Arrays.copyOf(when, 2 * size);
      sequence = Arrays.copyOf(sequence, 2 * size);
      handle = Arrays.copyOf(handle, 2 * size);
    }
    timer.scheduled(true);
    size++;
    rise(size - 1, timer.when(), added++, timer);
  }

  /** Removes the first; there must be one. */
  TimerHandle take() {
    TimerHandle first = at(0);
    first.scheduled(false);
    if (first.cancelled()) {
      // CPython forgets this where a cancelled timer becomes due behind another one, and so may
      // rebuild its heap earlier than it means to. Nothing else can be seen of it.
      cancelled--;
    }
    size--;
    TimerHandle last = at(size);
    handle[size] = null;
    if (size > 0) {
      sink(0, when[size], sequence[size], last);
    }
    return first;
  }

  /**
   * Rids the heap of cancelled timers: of all if they are more than half of more than 100, and
   * otherwise of those that stand first.
   */
  void discardCancelled() {
    if (size > FEW && 2L * cancelled > size) {
      rebuild();
      return;
    }
    while (size > 0 && at(0).cancelled()) {
      take();
    }
  }

  void clear() {
    while (size > 0) {
      take();
    }
  }

  private void rebuild() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      TimerHandle timer = at(i);
      if (timer.cancelled()) {
        timer.scheduled(false);
      } else {
        put(kept++, when[i], sequence[i], timer);
      }
    }
    Arrays.fill(handle, kept, size, null);
    size = kept;
    cancelled = 0;
    for (int i = (size - 2) / 4; i >= 0 && size > 1; i--) {
      sink(i, when[i], sequence[i], at(i));
    }
  }

  private void rise(int from, long time, long number, TimerHandle timer) {
    int hole = from;
    while (hole > 0 && before(time, number, (hole - 1) / 4)) {
      move((hole - 1) / 4, hole);
      hole = (hole - 1) / 4;
    }
    put(hole, time, number, timer);
  }

  private void sink(int from, long time, long number, TimerHandle timer) {
    int hole = from;
    while (4 * hole + 1 < size) {
      int child = firstOfChildren(4 * hole + 1);
      if (before(time, number, child)) {
        break;
      }
      move(child, hole);
      hole = child;
    }
    put(hole, time, number, timer);
  }

  private int firstOfChildren(int eldest) {
    int first = eldest;
    for (int i = eldest + 1; i < eldest + 4 && i < size; i++) {
      if (before(when[i], sequence[i], first)) {
        first = i;
      }
    }
    return first;
  }

  private boolean before(long time, long number, int index) {
    return time < when[index] || (time == when[index] && number < sequence[index]);
  }

  private void move(int from, int to) {
    when[to] = when[from];
    sequence[to] = sequence[from];
    handle[to] = handle[from];
  }

  private void put(int index, long time, long number, TimerHandle timer) {
    when[index] = time;
    sequence[index] = number;
    handle[index] = timer;
  }

  private TimerHandle at(int index) {
    TimerHandle timer = handle[index];
    if (timer == null) {
      throw new IllegalStateException("there is no timer: ask isEmpty() first");
    }
    return timer;
  }
}
