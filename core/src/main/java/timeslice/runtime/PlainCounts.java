package timeslice.runtime;

import java.util.Arrays;

/**
 * One plain counter per object, which is enough where one thread at a time counts, as under a GIL.
 */
public final class PlainCounts implements ObjectModel {
  private final long ns;
  private int[] count = new int[0];

  /** Counters that cost nothing. */
  public PlainCounts() {
    this(0);
  }

  /** Counters whose every change costs this many nanoseconds. */
  public PlainCounts(long ns) {
    this.ns = ns;
  }

  @Override
  public long allocate(int thread, int object) {
    if (object >= count.length) {
      count = Arrays.copyOf(count, object + (object >> 1) + 16);
    }
    count[object] = 1;
    return ns;
  }

  @Override
  public long incref(int thread, int object) {
    count[object]++;
    return ns;
  }

  @Override
  public long decref(int thread, int object) {
    count[object]--;
    return ns;
  }

  @Override
  public boolean isFree(int object) {
    return object >= count.length || count[object] == 0;
  }
}
