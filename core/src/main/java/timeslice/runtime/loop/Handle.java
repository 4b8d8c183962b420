package timeslice.runtime.loop;

/**
 * A callback that a loop has promised to call once, unless it is cancelled first
 * (asyncio/events.py).
 *
 * <p>A cancelled handle stays where it is. When its turn comes it is skipped, but the turn is used
 * up.
 */
public sealed class Handle implements Ready permits TimerHandle {
  private final int number;
  private final Callback callback;
  private boolean cancelled;

  Handle(int number, Callback callback) {
    this.number = number;
    this.callback = callback;
  }

  /** Its number among the handles and futures of its loop. */
  public final int number() {
    return number;
  }

  /** Sees to it that the callback is not called; without effect once it was. */
  public void cancel() {
    cancelled = true;
  }

  /** Whether {@link #cancel} was called, be it too late. */
  public final boolean cancelled() {
    return cancelled;
  }

  final long run() {
    return callback.run();
  }
}
