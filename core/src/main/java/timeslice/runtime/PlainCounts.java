package timeslice.runtime;

import java.util.Arrays;

/** One plain counter per object, as under a GIL, where counting costs next to nothing. */
public final class PlainCounts implements ObjectModel {
  private int[] count = new int[0];

  @Override
  public long allocate(int thread, int object) {
    if (object >= count.length) {
      count = Arrays.copyOf(count, object + 1);
    }
    count[object] = 1;
    return 0;
  }

  @Override
  public long incref(int thread, int object) {
    check(object);
    count[object]++;
    return 0;
  }

  @Override
  public long decref(int thread, int object) {
    check(object);
    count[object]--;
    return 0;
  }

  @Override
  public boolean isFree(int object) {
    return object >= count.length || count[object] == 0;
  }

  private void check(int object) {
    if (isFree(object)) {
      throw new IllegalStateException("object " + object + " is free: nobody may refer to it");
    }
  }
}
