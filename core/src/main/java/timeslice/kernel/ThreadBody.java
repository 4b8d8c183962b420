package timeslice.kernel;

/**
 * What a kernel thread does. The kernel asks each time the thread holds a CPU and has computed what
 * it asked for last.
 */
@FunctionalInterface
public interface ThreadBody {
  /** The thread waits; {@link Kernel#block} and {@link Kernel#sleep} return this. */
  long BLOCKED = -1;

  /** The thread gives its CPU up and goes to the end of the queue. */
  long YIELDED = -2;

  /** The thread is done. */
  long ENDED = -3;

  /**
   * What the thread does next.
   *
   * @return how many nanoseconds to compute (1 or more), or one of the three constants
   */
  long next(Kernel kernel, int thread);
}
