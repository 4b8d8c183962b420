package timeslice.runtime.loop;

/**
 * What a coroutine answers when it is stepped: what it wants to happen before its next step.
 *
 * <p>An {@link Awaitable} is one of them, but only a future may reach a task; a coroutine that is
 * awaited runs inside the awaiting one, which answers in its place.
 */
public sealed interface Step permits Awaitable, Step.Pause, Step.Spend, Outcome {

  /** Go on at once: a {@link Compute} of nothing. */
  Step NEXT = new Compute(0);

  /** Let the others run, and resume me in the next iteration: a bare yield, {@code sleep(0)}. */
  enum Pause implements Step {
    PAUSE
  }

  /** Let time pass, and then go on; nothing else runs on the loop meanwhile. */
  sealed interface Spend extends Step permits Compute, Block {
    /** The nanoseconds, as {@link Callback#run} answers them: negative off the CPU. */
    long asked();
  }

  /**
   * Spend CPU time, and then go on.
   *
   * @param nanos of CPU, 0 or more
   */
  record Compute(long nanos) implements Spend {
    public Compute {
      if (nanos < 0) {
        throw new IllegalArgumentException("a computation takes 0 ns or more, got " + nanos);
      }
    }

    @Override
    public long asked() {
      return nanos;
    }
  }

  /**
   * Wait in a blocking call, such as {@code time.sleep}, and then go on. The CPU is free; the loop
   * is not.
   *
   * @param nanos until the call returns, 0 or more
   */
  record Block(long nanos) implements Spend {
    public Block {
      if (nanos < 0) {
        throw new IllegalArgumentException("a blocking call takes 0 ns or more, got " + nanos);
      }
    }

    @Override
    public long asked() {
      return -nanos;
    }
  }
}
