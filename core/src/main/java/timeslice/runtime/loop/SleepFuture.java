package timeslice.runtime.loop;

/** A future that its own timer completes. */
final class SleepFuture extends Future implements Callback {
  private final TimerHandle timer;

  SleepFuture(EventLoop loop, int number, long nanos) {
    super(loop, number);
    timer = loop.callLater(nanos, this);
  }

  @Override
  public long run() {
    completeUnlessDone(Outcome.NOTHING);
    return DONE;
  }

  void cancelTimer() {
    timer.cancel();
  }
}
