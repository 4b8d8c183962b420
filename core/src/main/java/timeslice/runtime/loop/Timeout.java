package timeslice.runtime.loop;

import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Cancelled;
import timeslice.runtime.loop.Outcome.Failure;
import timeslice.runtime.loop.Outcome.Raised;
import timeslice.runtime.loop.Outcome.Returned;
import timeslice.runtime.loop.Outcome.TimedOut;

/**
 * A time limit for an awaitable: {@code async with timeout()} (asyncio/timeouts.py).
 *
 * <p>When it is over, the task is cancelled; the cancellation that comes out is taken back and
 * becomes {@link TimedOut}, unless somebody else had asked for one too. What does not let itself be
 * cancelled is waited for: a timeout is a request, not a bound.
 */
public final class Timeout extends Stages {
  private final EventLoop loop;
  private final Awaitable body;
  private final long nanos;
  private @Nullable Task task;
  private @Nullable Handle handle;
  private int cancelsBefore;
  private boolean expired;

  private Timeout(EventLoop loop, Awaitable body, long nanos) {
    this.loop = loop;
    this.body = body;
    this.nanos = nanos;
  }

  /** Awaits this for so many nanoseconds at most. */
  public static Coroutine timeout(EventLoop loop, Awaitable body, long nanos) {
    return new Timeout(loop, body, nanos);
  }

  /**
   * As {@link #timeout}; without any time at all, what is not done is cancelled before it has begun
   * ({@code wait_for} in asyncio/tasks.py, since 3.12).
   */
  public static Coroutine waitFor(EventLoop loop, Awaitable body, long nanos) {
    return nanos > 0 ? timeout(loop, body, nanos) : new NoTime(loop, body);
  }

  @Override
  protected Step stage(int stage) {
    return stage == 0 ? enter() : exit();
  }

  private Step enter() {
    task = loop.currentTask();
    if (task == null) {
      throw new IllegalStateException("a timeout has to be awaited by a task");
    }
    cancelsBefore = task.cancelling();
    Callback expire = Callback.of(this::expire);
    handle = nanos <= 0 ? loop.callSoon(expire) : loop.callLater(nanos, expire);
    return attempt(body);
  }

  private void expire() {
    if (task != null) {
      task.cancel();
      expired = true;
    }
  }

  private Step exit() {
    if (handle != null) {
      handle.cancel();
    }
    Failure failed = failure();
    boolean ours = expired && task != null && task.uncancel() <= cancelsBefore;
    if (ours && failed == Cancelled.CANCELLED) {
      return new Raised(TimedOut.TIMED_OUT);
    }
    return failed == null ? new Returned(value()) : failed;
  }

  /** Cancels what is not done and waits until it is. */
  private static final class NoTime extends Stages {
    private final EventLoop loop;
    private final Awaitable body;
    private @Nullable Future future;
    private @Nullable Future waiter;
    private final Future.DoneCallback release = this::release;

    NoTime(EventLoop loop, Awaitable body) {
      this.loop = loop;
      this.body = body;
    }

    @Override
    protected Step stage(int stage) {
      return stage == 0 ? enter() : exit();
    }

    private Step enter() {
      future = loop.ensureFuture(body);
      if (future.outcome() != null) {
        return future.outcome();
      }
      waiter = loop.createFuture();
      future.addDoneCallback(release);
      future.cancel();
      return attempt(waiter);
    }

    private void release(Future done) {
      if (waiter != null) {
        waiter.completeUnlessDone(Outcome.NOTHING);
      }
    }

    private Step exit() {
      Outcome came = failure();
      if (future != null) {
        future.removeDoneCallback(release);
        came = came == null ? future.outcome() : came;
      }
      return switch (came) {
        case Cancelled cancelled when failure() == null -> new Raised(TimedOut.TIMED_OUT);
        case Outcome outcome -> outcome;
        case null -> throw new IllegalStateException("waited for a future that is not done");
      };
    }
  }
}
