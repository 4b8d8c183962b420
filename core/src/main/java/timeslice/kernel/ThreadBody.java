package timeslice.kernel;

/**
 * What a kernel thread does. The kernel asks each time the thread holds a CPU and has computed what
 * it asked for last.
 */
@FunctionalInterface
public interface ThreadBody {
  /** The thread waits; {@link Kernel#block} and {@link Kernel#sleep} return this. */
  long BLOCKED = -1;

  /** The thread gives its CPU up and is ready again; to be answered for ever only after work. */
  long YIELDED = -2;

  /** The thread is done. */
  long ENDED = -3;

  /**
   * What the thread does next.
   *
   * @return how many nanoseconds to compute (1 or more), or one of the three constants
   */
  long next(Kernel kernel, int thread);

  /**
   * How much more the thread will compute before it waits, beyond what {@link #next} said last, in
   * nanoseconds; 0 if it cannot tell. No real kernel knows it; policies that assume they do (the
   * shortest job first) are measured with it.
   */
  default long ahead(int thread) {
    return 0;
  }
}
