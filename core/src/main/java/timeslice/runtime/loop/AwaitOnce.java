package timeslice.runtime.loop;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Failure;
import timeslice.runtime.loop.Outcome.Returned;

/**
 * A coroutine of one await: it begins something when it is started, and returns what came of it.
 */
final class AwaitOnce implements Coroutine {
  private @Nullable Supplier<Step> begin;

  AwaitOnce(Supplier<Step> begin) {
    this.begin = begin;
  }

  @Override
  public Step send(@Nullable Object value) {
    if (begin == null) {
      return value == null ? Outcome.NOTHING : new Returned(value);
    }
    Step step = begin.get();
    begin = null;
    return step;
  }

  @Override
  public Step raise(Failure failure) {
    begin = null;
    return failure;
  }
}
