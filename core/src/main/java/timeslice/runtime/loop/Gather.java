package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Cancelled;
import timeslice.runtime.loop.Outcome.Failure;
import timeslice.runtime.loop.Outcome.Raised;
import timeslice.runtime.loop.Outcome.Returned;

/**
 * The future of several awaitables together ({@code gather} in asyncio/tasks.py).
 *
 * <p>Its result is the list of theirs, in the order of the arguments, whatever the order in which
 * they finish. The first failure completes it; the others go on, and nobody takes their results.
 * Cancelling it cancels them, and is a request like cancelling a task: it is not done by that.
 */
public final class Gather extends Future {
  private final List<Future> children = new ArrayList<>();
  private final boolean returnFailures;
  private int distinct;
  private int finished;
  private boolean cancelRequested;

  private Gather(EventLoop loop, boolean returnFailures) {
    super(loop, loop.nextNumber());
    this.returnFailures = returnFailures;
  }

  /** Gathers these; coroutines become tasks, and the same one given twice becomes one task. */
  public static Future gather(EventLoop loop, Awaitable... awaitables) {
    return of(loop, List.of(awaitables), false);
  }

  /**
   * As {@link #gather}, but a failure is no reason to be done: it stands in the list as the {@link
   * Failure} that it is.
   */
  public static Future gatherReturningFailures(EventLoop loop, List<? extends Awaitable> all) {
    return of(loop, all, true);
  }

  /** As {@link #gather}, of a list. */
  public static Future gather(EventLoop loop, List<? extends Awaitable> awaitables) {
    return of(loop, awaitables, false);
  }

  private static Future of(
      EventLoop loop, List<? extends Awaitable> awaitables, boolean returnFailures) {
    Gather outer = new Gather(loop, returnFailures);
    if (awaitables.isEmpty()) {
      outer.setResult(List.of());
      return outer;
    }
    outer.start(awaitables);
    return outer;
  }

  private void start(List<? extends Awaitable> awaitables) {
    IdentityHashMap<Awaitable, Future> futures = new IdentityHashMap<>();
    List<Future> alreadyDone = new ArrayList<>();
    for (Awaitable awaitable : awaitables) {
      Future child = futures.get(awaitable);
      if (child == null) {
        child = loop.ensureFuture(awaitable);
        futures.put(awaitable, child);
        distinct++;
        if (child.done()) {
          alreadyDone.add(child);
        } else {
          child.addDoneCallback(this::childDone);
        }
      }
      children.add(child);
    }
    // Since 3.12: if all are done, so is this, and to await it does not yield.
    alreadyDone.forEach(this::childDone);
  }

  @Override
  public boolean cancel() {
    if (done()) {
      return false;
    }
    boolean accepted = false;
    for (Future child : children) {
      accepted |= child.cancel();
    }
    cancelRequested |= accepted;
    return accepted;
  }

  /**
   * False: it ends with the cancellation of a child as with an error, and is not cancelled itself.
   */
  @Override
  public boolean cancelled() {
    return false;
  }

  private void childDone(Future child) {
    finished++;
    if (done()) {
      return;
    }
    if (!returnFailures && child.outcome() instanceof Failure failure) {
      complete(failure);
    } else if (finished == distinct) {
      complete(cancelRequested ? Cancelled.CANCELLED : new Returned(results()));
    }
  }

  private List<@Nullable Object> results() {
    List<@Nullable Object> results = new ArrayList<>(children.size());
    for (Future child : children) {
      results.add(
          switch (child.outcome()) {
            case Returned returned -> returned.value();
            case Raised raised -> raised;
            case Cancelled cancelled -> cancelled;
            case null -> throw new IllegalStateException(child + " is not done");
          });
    }
    return Collections.unmodifiableList(results);
  }
}
