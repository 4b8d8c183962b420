package timeslice.runtime.loop;

/** A handle with a time before which its callback is not called. */
public final class TimerHandle extends Handle {
  private final Timers timers;
  private final long when;
  private boolean scheduled;

  TimerHandle(int number, Callback callback, long when, Timers timers) {
    super(number, callback);
    this.when = when;
    this.timers = timers;
  }

  /** When it is due, in nanoseconds of the host's clock. */
  public long when() {
    return when;
  }

  @Override
  public void cancel() {
    if (scheduled && !cancelled()) {
      timers.countCancelled();
    }
    super.cancel();
  }

  /** Whether it stands in the heap of timers now. */
  void scheduled(boolean now) {
    scheduled = now;
  }
}
