package timeslice.runtime.loop;

import java.util.function.Supplier;

/**
 * A call that keeps its thread until it returns: first it waits off the CPU, then it computes.
 *
 * @param waits nanoseconds off the CPU, 0 or more
 * @param computes nanoseconds on it, 0 or more
 * @param result asked for how it ends when it ends
 */
public record BlockingCall(long waits, long computes, Supplier<Outcome> result) {
  public BlockingCall {
    if (waits < 0 || computes < 0) {
      throw new IllegalArgumentException(
          "a call waits and computes for 0 ns or more, got " + waits + " and " + computes);
    }
  }

  /** A call that waits, such as {@code time.sleep}, and returns nothing. */
  public static BlockingCall waiting(long nanos) {
    return new BlockingCall(nanos, 0, () -> Outcome.NOTHING);
  }

  /** A call that computes and returns nothing. */
  public static BlockingCall computing(long nanos) {
    return new BlockingCall(0, nanos, () -> Outcome.NOTHING);
  }
}
