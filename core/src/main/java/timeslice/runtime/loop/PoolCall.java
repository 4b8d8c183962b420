package timeslice.runtime.loop;

/**
 * A blocking call in the hands of the default pool, and the loop's future for it
 * (concurrent/futures/thread.py; {@code wrap_future} in asyncio/futures.py).
 *
 * <p>Cancelling the future takes a call out of the queue. A call that has begun cannot be
 * cancelled: its thread makes it to the end, and nobody takes the result.
 */
public final class PoolCall {
  private enum Stage {
    QUEUED,
    BEGUN,
    ENDED,
    DROPPED
  }

  private final EventLoop loop;
  private final BlockingCall call;
  private final Future future;
  private Stage stage = Stage.QUEUED;

  PoolCall(EventLoop loop, BlockingCall call) {
    this.loop = loop;
    this.call = call;
    future = loop.createFuture();
    future.addDoneCallback(this::dropIfCancelled);
  }

  /** How many threads the default pool has: CPUs + 4, but no more than 32. */
  public static int defaultThreads(int cpus) {
    if (cpus < 1) {
      throw new IllegalArgumentException("there must be at least 1 CPU, got " + cpus);
    }
    return Math.min(32, cpus + 4);
  }

  /** What the thread has to do. */
  public BlockingCall call() {
    return call;
  }

  /** A thread takes the call; false if it was cancelled, and must be left alone. */
  public boolean begin() {
    if (stage == Stage.QUEUED) {
      stage = Stage.BEGUN;
    }
    return stage == Stage.BEGUN;
  }

  /** The thread is done with the call, which wakes the loop. */
  public void end() {
    if (stage != Stage.BEGUN) {
      throw new IllegalStateException("a call ends once, after it has begun; it is " + stage);
    }
    stage = Stage.ENDED;
    handOver(call.result().get());
  }

  Future future() {
    return future;
  }

  private void dropIfCancelled(Future itsFuture) {
    if (itsFuture.cancelled() && stage == Stage.QUEUED) {
      stage = Stage.DROPPED;
      handOver(Outcome.Cancelled.CANCELLED);
    }
  }

  private void handOver(Outcome outcome) {
    if (!loop.closed()) {
      loop.callSoonThreadsafe(Callback.of(() -> future.completeUnlessDone(outcome)));
      loop.poolCallEnded();
    }
  }
}
