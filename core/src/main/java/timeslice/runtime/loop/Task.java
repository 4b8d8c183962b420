package timeslice.runtime.loop;

import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Cancelled;
import timeslice.runtime.loop.Outcome.Failure;
import timeslice.runtime.loop.Outcome.Returned;

/**
 * A coroutine that a loop runs, one step at a time; as a future, its result (asyncio/tasks.py).
 *
 * <p>To make one runs nothing: it only puts the first step into the ready queue. At any time a task
 * does one of three things: it waits for a future, it stands in the ready queue, or it runs.
 */
public final class Task extends Future implements Ready {
  private final Coroutine coroutine;
  // What it waits for; still there, and done, when it stands in the ready queue because of that.
  private @Nullable Future waiter;
  private int cancels;
  private boolean mustCancel;
  private boolean inStep;

  // The living tasks of a loop are a list through the tasks themselves, as in CPython 3.14.
  @Nullable Task older;
  @Nullable Task newer;

  Task(EventLoop loop, int number, Coroutine coroutine) {
    super(loop, number);
    this.coroutine = coroutine;
  }

  /**
   * Asks for its cancellation. The future that it waits for is cancelled, which wakes it up with
   * {@link Cancelled}; if there is none, its next step begins with that. Whether it obeys is its
   * coroutine's affair: {@link #cancelled} is false right after this.
   *
   * @return false if it is done, and true otherwise
   */
  @Override
  public boolean cancel() {
    if (done()) {
      return false;
    }
    cancels++;
    if (loop.observer != null) {
      loop.observer.taskCancelRequested(number());
    }
    if (waiter == null || !waiter.cancel()) {
      mustCancel = true;
    }
    return true;
  }

  /** How many requests to cancel it stand. */
  public int cancelling() {
    return cancels;
  }

  /**
   * Takes back one request to cancel it; with the last, one that was not delivered yet is dropped.
   *
   * @return how many stand
   */
  public int uncancel() {
    if (cancels > 0) {
      cancels--;
      if (cancels == 0) {
        mustCancel = false;
      }
    }
    return cancels;
  }

  @Override
  public void setResult(@Nullable Object value) {
    throw new IllegalStateException("the result of " + this + " is what its coroutine returns");
  }

  @Override
  public void setError(Object error) {
    throw new IllegalStateException("the error of " + this + " is what its coroutine raises");
  }

  /** Begins a step or goes on with one that spent time; answers as {@link Callback#run}. */
  long step() {
    Step step = inStep ? coroutine.send(null) : begin();
    inStep = true;
    while (step instanceof Step.Spend spend) {
      if (spend.asked() != 0) {
        return spend.asked();
      }
      step = coroutine.send(null);
    }
    inStep = false;
    end(step);
    return Callback.DONE;
  }

  private void end(Step step) {
    switch (step) {
      case Future future -> await(future);
      case Step.Pause pause -> loop.ready(this);
      case Outcome outcome -> finish(outcome);
      case Coroutine yielded ->
          failNext("a task cannot be given a coroutine: await it in a coroutine, or make a task");
      case Step.Spend spend -> throw new AssertionError(spend);
    }
  }

  private Step begin() {
    if (loop.observer != null) {
      loop.observer.taskStepped(number());
    }
    Outcome came = waiter == null ? Outcome.NOTHING : waiter.outcome();
    if (waiter instanceof SleepFuture sleep) {
      sleep.cancelTimer(); // the "finally" of asyncio.sleep, at the moment when it would run
    }
    waiter = null;
    if (mustCancel) {
      mustCancel = false;
      came = Cancelled.CANCELLED;
    }
    return switch (came) {
      case Returned returned -> coroutine.send(returned.value());
      case Failure failure -> coroutine.raise(failure);
      case null ->
          throw new IllegalStateException(this + " was woken by a future that is not done");
    };
  }

  private void await(Future future) {
    if (future == this) {
      failNext("a task cannot await itself: " + this);
      return;
    }
    if (future.loop != loop) {
      failNext(this + " cannot await " + future + " of another loop");
      return;
    }
    waiter = future;
    if (loop.observer != null) {
      loop.observer.taskWaits(number(), future instanceof Task, future.number());
    }
    future.wakeUp(this);
    if (mustCancel && future.cancel()) {
      mustCancel = false;
    }
  }

  /** Lets the next step begin with this error. */
  private void failNext(String error) {
    waiter = loop.createFuture();
    waiter.setError(error);
    loop.ready(this);
  }

  private void finish(Outcome outcome) {
    loop.forget(this);
    boolean cancelledAtTheLastMoment = mustCancel && outcome instanceof Returned;
    mustCancel = mustCancel && !cancelledAtTheLastMoment;
    complete(cancelledAtTheLastMoment ? Cancelled.CANCELLED : outcome);
  }

  @Override
  void observe(Outcome how) {
    if (loop.observer != null) {
      loop.observer.taskDone(number(), how);
    }
  }

  @Override
  public String toString() {
    return "task " + number();
  }
}
