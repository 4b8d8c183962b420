package timeslice.runtime.loop;

import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Failure;
import timeslice.runtime.loop.Outcome.Returned;

/**
 * A coroutine written as numbered stages; its variables are the fields of the subclass. This is
 * what a compiler makes of an {@code async} function: each await ends a stage.
 *
 * <pre>{@code
 * protected Step stage(int stage) {
 *   return switch (stage) {
 *     case 0 -> new Step.Compute(2_000);
 *     case 1 -> loop.sleep(delay);
 *     default -> new Outcome.Returned(delay);
 *   };
 * }
 * }</pre>
 *
 * <p>A stage ends with what has to happen before the next one, which can then ask for {@link
 * #value()}. A coroutine runs inside this one, and a future that is done costs nothing. A failure
 * ends this coroutine with the same failure, unless the stage had said {@link #attempt}.
 */
public abstract class Stages implements Coroutine {
  private static final int ENDED = -1;

  private int stage;
  private @Nullable Coroutine inner;
  private @Nullable Object value;
  private @Nullable Failure failure;
  private boolean attempting;
  private boolean awaiting;

  /**
   * Runs one stage.
   *
   * @param stage 0 for the first, and one more each time, unless {@link #goTo} said otherwise
   * @return what has to happen before the next stage; an {@link Outcome} if there is none
   */
  protected abstract Step stage(int stage);

  /** What the last thing that was awaited returned. */
  public final @Nullable Object value() {
    return value;
  }

  /** How the last {@link #attempt} failed, or null if it did not. */
  public final @Nullable Failure failure() {
    return failure;
  }

  /** Awaits this, and goes on with the next stage even if it fails: a {@code try}. */
  protected final Step attempt(Awaitable awaitable) {
    attempting = true;
    return awaitable;
  }

  /** Lets this stage come next, and at once. */
  protected final Step goTo(int next) {
    stage = next;
    return Step.NEXT;
  }

  @Override
  public final Step send(@Nullable Object sent) {
    if (stage == ENDED) {
      throw new IllegalStateException("a coroutine that has ended was stepped again: " + this);
    }
    if (inner != null) {
      return answer(inner.send(sent));
    }
    if (awaiting) {
      settle(sent, null);
    }
    return runStages();
  }

  @Override
  public final Step raise(Failure raised) {
    return inner == null ? resume(raised) : answer(inner.raise(raised));
  }

  /** Passes on what the coroutine inside answered, unless it has ended: then it is our turn. */
  private Step answer(Step step) {
    if (step instanceof Outcome outcome) {
      inner = null;
      return resume(outcome);
    }
    return step;
  }

  private Step resume(Outcome came) {
    return accepts(came) ? runStages() : came;
  }

  /** Runs stages until something has to happen outside of this coroutine. */
  private Step runStages() {
    while (true) {
      Step step = stage(stage++);
      if (step instanceof Outcome) {
        stage = ENDED;
        return step;
      }
      if (step instanceof Coroutine coroutine) {
        inner = coroutine;
        step = coroutine.send(null);
        if (!(step instanceof Outcome)) {
          return step;
        }
        inner = null;
      } else if (step instanceof Future future && future.outcome() != null) {
        step = future.outcome(); // done: to await it does not yield
      }
      if (step instanceof Outcome came) {
        if (!accepts(came)) {
          return came;
        }
      } else if (step != Step.NEXT) {
        awaiting = step instanceof Future;
        return step;
      }
    }
  }

  /** Takes the outcome of what was awaited; false if this coroutine ends with it. */
  private boolean accepts(Outcome came) {
    switch (came) {
      case Returned returned -> settle(returned.value(), null);
      case Failure failed when attempting -> settle(null, failed);
      case Failure failed -> stage = ENDED;
    }
    return stage != ENDED;
  }

  private void settle(@Nullable Object newValue, @Nullable Failure newFailure) {
    value = newValue;
    if (attempting) {
      failure = newFailure; // and stays until the next attempt: a "finally" may await
    }
    attempting = false;
    awaiting = false;
  }
}
