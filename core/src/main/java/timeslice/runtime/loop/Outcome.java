package timeslice.runtime.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a coroutine, a task or a future ended: with a value, with an error, or cancelled. */
public sealed interface Outcome extends Step permits Outcome.Returned, Outcome.Failure {

  /** It returned nothing. */
  Returned NOTHING = new Returned(null);

  /** It returned a value. */
  record Returned(@Nullable Object value) implements Outcome {}

  /** It did not return. */
  sealed interface Failure extends Outcome permits Raised, Cancelled {}

  /**
   * An exception, which in the model is a value like any other.
   *
   * @param error what it says; {@link ErrorGroup} and {@link TimedOut} are the model's own
   */
  record Raised(Object error) implements Failure {}

  /** It was cancelled: asyncio's CancelledError, which is no Exception but stands beside them. */
  enum Cancelled implements Failure {
    CANCELLED
  }

  /** The error of a {@link TaskGroup}: those of its tasks, in the order in which they came. */
  record ErrorGroup(List<Object> errors) {
    public ErrorGroup {
      errors = List.copyOf(errors);
    }
  }

  /** The error of a {@link Timeout}. */
  enum TimedOut {
    TIMED_OUT
  }
}
