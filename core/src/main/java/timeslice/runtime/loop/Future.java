package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Cancelled;
import timeslice.runtime.loop.Outcome.Raised;
import timeslice.runtime.loop.Outcome.Returned;

/**
 * A result that is not there yet, and who wants to be told (asyncio/futures.py).
 *
 * <p>It is done once: with a value, with an error, or cancelled. Nobody is called at that moment:
 * those who wait are put into the ready queue, in the order in which they began to wait. A
 * coroutine yields a future to say that it waits for it.
 */
public sealed class Future implements Awaitable permits Task, Gather, SleepFuture {

  /** Who is told that a future is done, through the ready queue. */
  public interface DoneCallback {
    /** Told once, with the future that is done. */
    void done(Future future);
  }

  final EventLoop loop;
  private final int number;
  private @Nullable Outcome outcome;
  // Mostly one task waits, or nobody: a Task, a DoneCallback, or a list of them.
  private @Nullable Object waiting;

  Future(EventLoop loop, int number) {
    this.loop = loop;
    this.number = number;
  }

  /** A task's number among the tasks, any other's among the futures and handles of its loop. */
  public final int number() {
    return number;
  }

  /** Whether it has an outcome. */
  public final boolean done() {
    return outcome != null;
  }

  /** Whether it was cancelled itself; to wait for something that was cancelled is an error here. */
  public boolean cancelled() {
    return outcome == Cancelled.CANCELLED;
  }

  /** How it ended; null as long as it is not done. */
  public final @Nullable Outcome outcome() {
    return outcome;
  }

  /** The value it ended with; that it did is the caller's knowledge. */
  public final @Nullable Object result() {
    if (outcome instanceof Returned returned) {
      return returned.value();
    }
    throw new IllegalStateException(this + " has no result: its outcome is " + outcome);
  }

  /** Makes it done with this value, which must be the first outcome it gets. */
  public void setResult(@Nullable Object value) {
    complete(value == null ? Outcome.NOTHING : new Returned(value));
  }

  /** Makes it done with this outcome, unless it is done already: cancelled, for example. */
  final void completeUnlessDone(Outcome how) {
    if (!done()) {
      complete(how);
    }
  }

  /** Makes it done with this error, which must be the first outcome it gets. */
  public void setError(Object error) {
    complete(new Raised(error));
  }

  /** Makes it done, cancelled. Returns false, and does nothing, if it is done already. */
  public boolean cancel() {
    if (done()) {
      return false;
    }
    complete(Cancelled.CANCELLED);
    return true;
  }

  /** Has this told when it is done; if it is done, in the next iteration. */
  public final void addDoneCallback(DoneCallback callback) {
    addWaiting(callback);
  }

  /** Forgets a callback that was added and not told yet. */
  public final void removeDoneCallback(DoneCallback callback) {
    if (waiting instanceof List<?> list) {
      list.removeIf(each -> each == callback);
    } else if (waiting == callback) {
      waiting = null;
    }
  }

  /** Has this task resumed when it is done. */
  final void wakeUp(Task task) {
    addWaiting(task);
  }

  final void complete(Outcome how) {
    if (outcome != null) {
      throw new IllegalStateException(
          this + " is done and keeps its outcome " + outcome + ", got " + how);
    }
    outcome = how;
    observe(how);
    Object told = waiting;
    waiting = null;
    if (told instanceof List<?> list) {
      for (Object each : list) {
        schedule(each);
      }
    } else if (told != null) {
      schedule(told);
    }
  }

  void observe(Outcome how) {
    if (loop.observer != null) {
      loop.observer.futureDone(number, how);
    }
  }

  private void addWaiting(Object who) {
    if (done()) {
      schedule(who);
    } else if (waiting == null) {
      waiting = who;
    } else if (waiting instanceof List<?>) {
      @SuppressWarnings("unchecked") // made below, and holds anything
      List<Object> list = (List<Object>) waiting;
      list.add(who);
    } else {
      List<Object> list = new ArrayList<>(4);
      list.add(waiting);
      list.add(who);
      waiting = list;
    }
  }

  private void schedule(Object who) {
    switch (who) {
      case Task task -> loop.ready(task);
      case DoneCallback callback -> loop.callSoon(Callback.of(() -> callback.done(this)));
      default -> throw new AssertionError(who);
    }
  }

  @Override
  public String toString() {
    return "future " + number;
  }
}
