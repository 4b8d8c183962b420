package timeslice.runtime.loop;

/**
 * What a loop calls: it runs to its next point where time must pass, and says how much.
 *
 * <p>A callback owns the loop while it runs. The time that it spends is spent by the loop's whole
 * thread, and no other callback of the loop runs meanwhile.
 */
public interface Callback {
  /** The callback has come to its end. */
  long DONE = 0;

  /**
   * Goes on until time must pass or the callback ends.
   *
   * @return {@link #DONE}; or the nanoseconds of CPU to spend before it is called again; or,
   *     negative, the nanoseconds that its thread waits off the CPU (a blocking call) before it is
   *     called again
   */
  long run();

  /** A callback that needs no time. */
  static Callback of(Runnable action) {
    return () -> {
      action.run();
      return DONE;
    };
  }
}
