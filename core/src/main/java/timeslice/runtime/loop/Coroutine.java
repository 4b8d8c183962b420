package timeslice.runtime.loop;

import org.jspecify.annotations.Nullable;

/**
 * A function that can stop in the middle and be resumed: a state machine that is stepped from
 * outside and keeps its own place and its own variables (PEP 342, PEP 492). Making one runs nothing
 * of it.
 *
 * <p>What it does with a step is its answer: it {@linkplain Future yields a future} and wants to be
 * resumed when that is done, makes a {@link Step.Pause}, needs time ({@link Step.Compute}, {@link
 * Step.Block}), or ends with an {@link Outcome}. After its end it is stepped no more. {@link
 * Script} and {@link Stages} are the comfortable ways to write one.
 */
public non-sealed interface Coroutine extends Awaitable {

  /**
   * Starts it, or resumes it.
   *
   * @param value the result of the future that it had yielded; null at the start, and after
   *     anything else
   */
  Step send(@Nullable Object value);

  /**
   * Resumes it with an error, which appears at the place where it had stopped. A coroutine that has
   * not begun ends with that error and runs nothing. (Python calls it {@code throw}.)
   */
  Step raise(Outcome.Failure failure);
}
