package timeslice.kernel;

import java.util.Arrays;

/** Columns of numbers, one per thread, that grow as threads come. */
final class Columns {
  private Columns() {}

  /** This column, or a longer copy of it, with room for this thread. */
  static long[] reaching(int thread, long[] column) {
    return thread < column.length ? column : Arrays.copyOf(column, room(thread));
  }

  /** This column, or a longer copy of it, with room for this thread. */
  static int[] reaching(int thread, int[] column) {
    return thread < column.length ? column : Arrays.copyOf(column, room(thread));
  }

  private static int room(int thread) {
    return thread + (thread >> 1) + 16;
  }
}
