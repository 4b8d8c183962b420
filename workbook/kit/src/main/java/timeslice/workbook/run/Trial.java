package timeslice.workbook.run;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import timeslice.Todo;
import timeslice.workbook.run.Verdict.State;

/**
 * One law while it is tried: counts its tries and notices what must end it.
 *
 * <p>Its tries all run on one thread; the thread of the engine watches and may abandon it.
 */
final class Trial {
  /**
   * So many smaller examples are tried after a law broke. jqwik's own bound is a time, which would
   * give another example on a slower machine.
   */
  static final int SHRINK_TRIES = 300;

  private final int todosBefore = Todo.calls();

  private volatile long attempts;
  private volatile boolean abandoned;
  private volatile boolean flooded;
  private volatile List<Object> arguments = List.of();
  private int tries;
  private int shrinks;
  private boolean broken;
  private @Nullable State over;

  /** Moves whenever the answer gave back control. */
  long attempts() {
    return attempts;
  }

  int tries() {
    return tries;
  }

  /** What the last try was about. */
  List<Object> arguments() {
    return arguments;
  }

  /** From now on nobody waits for this law: its thread never touches jqwik's state again. */
  void abandon() {
    abandoned = true;
  }

  boolean abandoned() {
    return abandoned;
  }

  void flood() {
    flooded = true;
  }

  /** What ended the law whatever jqwik thinks of it; null when jqwik's result counts. */
  @Nullable State over() {
    return Todo.calls() != todosBefore ? State.NOT_WRITTEN : over;
  }

  // One thread writes; volatile only so that the watcher sees it move.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  TryExecutionResult attempt(TryExecutor law, List<Object> example) {
    stopIfAbandoned();
    attempts++;
    if (over != null || (broken && ++shrinks > SHRINK_TRIES)) {
      return TryExecutionResult.satisfied(true);
    }
    tries += broken ? 0 : 1;
    arguments = example;
    TryExecutionResult result;
    try {
      result = law.execute(example);
    } catch (TestAbortedException e) {
      result = TryExecutionResult.invalid(e);
    } catch (Throwable e) {
      result = TryExecutionResult.falsified(e);
    }
    stopIfAbandoned();
    over = ending(result.throwable().orElse(null));
    if (over != null) {
      return TryExecutionResult.satisfied(true);
    }
    broken |= result.isFalsified();
    return result;
  }

  private @Nullable State ending(@Nullable Throwable thrown) {
    if (Todo.calls() != todosBefore) {
      return State.NOT_WRITTEN;
    }
    if (flooded) {
      return State.FLOODED;
    }
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof OutOfMemoryError) {
        return State.OUT_OF_MEMORY;
      }
    }
    return null;
  }

  // An Error thrown from here would run through jqwik's bookkeeping while the next law uses it.
  private void stopIfAbandoned() {
    while (abandoned) {
      LockSupport.park(this);
    }
  }
}
