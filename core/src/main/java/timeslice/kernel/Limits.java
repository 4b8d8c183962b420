package timeslice.kernel;

/**
 * What a machine has no more of. A request beyond it fails with an error, as {@code clone} does.
 *
 * @param threads how many threads there may be at a time, 1 or more
 * @param memoryBytes how much memory threads and processes may take together, 0 or more
 * @param bytesPerThread what a thread takes of it (stack and kernel structures)
 * @param bytesPerProcess what a process takes of it (page tables, its own heap)
 */
public record Limits(int threads, long memoryBytes, long bytesPerThread, long bytesPerProcess) {
  /** As many as fit in the numbers. */
  public static final Limits NONE = new Limits(Integer.MAX_VALUE, Long.MAX_VALUE, 0, 0);

  public Limits {
    if (threads < 1) {
      throw new IllegalArgumentException("a machine must allow 1 thread or more, got " + threads);
    }
    if (memoryBytes < 0 || bytesPerThread < 0 || bytesPerProcess < 0) {
      throw new IllegalArgumentException(
          "bytes must be 0 or more, got "
              + memoryBytes
              + ", "
              + bytesPerThread
              + " and "
              + bytesPerProcess);
    }
  }

  /** No more than this many threads at a time. */
  public static Limits threads(int most) {
    return new Limits(most, Long.MAX_VALUE, 0, 0);
  }
}
