package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Cancelled;
import timeslice.runtime.loop.Outcome.ErrorGroup;
import timeslice.runtime.loop.Outcome.Failure;
import timeslice.runtime.loop.Outcome.Raised;
import timeslice.runtime.loop.Outcome.Returned;

/**
 * A scope that no task of it outlives: {@code async with TaskGroup()} (asyncio/taskgroups.py).
 *
 * <p>The scope ends when its body and all its tasks have ended. The first error of a task (a
 * cancellation is none) cancels its siblings and the body; then the scope raises an {@link
 * ErrorGroup}. To reach the body it cancels the parent task, and takes that back with {@link
 * Task#uncancel} before it raises, so that the parent goes on as one that nobody cancelled.
 * Siblings are cancelled in the order of their creation (asyncio: in no order).
 */
public final class TaskGroup extends Stages {
  private final EventLoop loop;
  private final Function<TaskGroup, Coroutine> body;
  private final Set<Task> tasks = new LinkedHashSet<>();
  private final List<Object> errors = new ArrayList<>();
  private @Nullable Task parent;
  private @Nullable Future allDone;
  private Outcome bodyEnded = Outcome.NOTHING;
  private boolean exiting;
  private boolean aborting;
  private boolean parentCancelRequested;
  private boolean cancelled;

  private TaskGroup(EventLoop loop, Function<TaskGroup, Coroutine> body) {
    this.loop = loop;
    this.body = body;
  }

  /** The scope as a coroutine, to be awaited by a task; it returns what its body returns. */
  public static Coroutine scope(EventLoop loop, Function<TaskGroup, Coroutine> body) {
    return new TaskGroup(loop, body);
  }

  /** Makes a task that belongs to this group, which must have begun and not be over. */
  public Task createTask(Coroutine coroutine) {
    if (parent == null || aborting || (exiting && tasks.isEmpty())) {
      throw new IllegalStateException(
          "a task group takes tasks while it is open; it "
              + (parent == null ? "was not awaited yet" : aborting ? "shuts down" : "is finished"));
    }
    Task task = loop.createTask(coroutine);
    tasks.add(task);
    task.addDoneCallback(this::taskDone);
    return task;
  }

  @Override
  protected Step stage(int stage) {
    return switch (stage) {
      case 0 -> enter();
      case 1 -> bodyEnded();
      case 2 -> waitForTasks();
      case 3 -> waited();
      default -> exit();
    };
  }

  private Step enter() {
    parent = loop.currentTask();
    if (parent == null) {
      throw new IllegalStateException("a task group has to be awaited by a task");
    }
    return attempt(body.apply(this));
  }

  private Step bodyEnded() {
    exiting = true;
    Failure failed = failure();
    bodyEnded = failed == null ? new Returned(value()) : failed;
    if (failed != null) {
      cancelled = failed == Cancelled.CANCELLED;
      abort();
    }
    return Step.NEXT;
  }

  private Step waitForTasks() {
    if (tasks.isEmpty()) {
      return goTo(4);
    }
    allDone = loop.createFuture();
    return attempt(allDone);
  }

  private Step waited() {
    if (failure() != null && !aborting) { // somebody else cancels the parent
      cancelled = true;
      abort();
    }
    allDone = null;
    return goTo(2);
  }

  private Step exit() {
    Task owner = Objects.requireNonNull(parent);
    if (parentCancelRequested && owner.uncancel() == 0) {
      cancelled = false;
    }
    if (cancelled && errors.isEmpty()) {
      return Cancelled.CANCELLED;
    }
    if (bodyEnded instanceof Raised raised) {
      errors.add(raised.error());
    }
    if (errors.isEmpty()) {
      return bodyEnded;
    }
    if (owner.cancelling() > 0) {
      // The error hides a cancellation from outside: it is to come again at the next await.
      owner.uncancel();
      owner.cancel();
    }
    return new Raised(new ErrorGroup(errors));
  }

  private void taskDone(Future future) {
    tasks.remove((Task) future);
    if (allDone != null && tasks.isEmpty()) {
      allDone.completeUnlessDone(Outcome.NOTHING);
    }
    if (!(future.outcome() instanceof Raised raised)) {
      return;
    }
    errors.add(raised.error());
    if (!aborting && !parentCancelRequested && parent != null) {
      abort();
      parentCancelRequested = true;
      parent.cancel();
    }
  }

  private void abort() {
    if (!aborting) {
      aborting = true;
      for (Task task : tasks) {
        task.cancel();
      }
    }
  }
}
