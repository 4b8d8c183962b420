package timeslice.runtime;

/**
 * How many carriers there are, in the words of {@code java.util.concurrent.ForkJoinPool}.
 *
 * @param parallelism how many there are from the start, and how many are to be busy at most, 1 or
 *     more
 * @param maximum how many there may ever be, spare ones included, at least the parallelism
 * @param minRunnable a spare one joins only when fewer than this would be left that can run: 1 to
 *     parallelism
 */
record PoolSize(int parallelism, int maximum, int minRunnable) {
  /** As in {@code ForkJoinPool}. */
  private static final int MOST = 32_767;

  PoolSize {
    if (parallelism < 1 || parallelism > MOST) {
      throw new IllegalArgumentException(
          "there must be from 1 to " + MOST + " carriers, got " + parallelism);
    }
    if (maximum < parallelism || maximum > MOST) {
      throw new IllegalArgumentException(
          "the most carriers must be from "
              + parallelism
              + " (those there are at first) to "
              + MOST
              + ", got "
              + maximum);
    }
    if (minRunnable < 1 || minRunnable > parallelism) {
      throw new IllegalArgumentException(
          "the least runnable carriers must be from 1 to " + parallelism + ", got " + minRunnable);
    }
  }
}
