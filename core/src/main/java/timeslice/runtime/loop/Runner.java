package timeslice.runtime.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code asyncio.run(main)} does from beginning to end (asyncio/runners.py).
 *
 * <p>It runs the loop until main is done, then cancels the tasks that are left (the oldest first)
 * and runs until they are done, then waits for the calls in the pool, for five minutes at most, and
 * closes the loop. The host repeats iterations and says {@link #iterationEnded} after each, until
 * it answers true.
 */
public final class Runner {
  /** How long the end of a run waits for the threads of the pool: five minutes. */
  public static final long JOIN_LIMIT = 300_000_000_000L;

  private enum Phase {
    MAIN,
    CANCELLING,
    GENERATORS,
    POOL,
    CLOSED
  }

  private final EventLoop loop;
  private final Task main;
  private Phase phase = Phase.MAIN;

  /** Makes main the first task of this loop; nothing runs yet. */
  public Runner(EventLoop loop, Coroutine main) {
    this.loop = loop;
    this.main = loop.createTask(main);
    stopWhenDone(this.main);
  }

  /** Goes on to the next phase if this one is over; true when the loop is closed. */
  public boolean iterationEnded() {
    if (loop.takeStop()) {
      phase = nextPhase();
    }
    return phase == Phase.CLOSED;
  }

  /** How main ended; null as long as it has not. */
  public @Nullable Outcome outcome() {
    return main.outcome();
  }

  private Phase nextPhase() {
    return switch (phase) {
      case MAIN -> cancelWhatIsLeft();
      case CANCELLING -> closeGenerators();
      case GENERATORS -> joinPool();
      case POOL, CLOSED -> close();
    };
  }

  private Phase cancelWhatIsLeft() {
    List<Task> left = loop.livingTasks();
    if (left.isEmpty()) {
      return closeGenerators();
    }
    left.forEach(Task::cancel);
    stopWhenDone(Gather.gatherReturningFailures(loop, left));
    return Phase.CANCELLING;
  }

  // The model has no asynchronous generators, but the task that closes them takes its turns.
  private Phase closeGenerators() {
    stopWhenDone(loop.createTask(Script.script().on(loop)));
    return Phase.GENERATORS;
  }

  private Phase joinPool() {
    Script join =
        Script.script()
            .attempt(
                frame -> {
                  Future joined = loop.joinPool();
                  return joined.done() ? joined : Timeout.timeout(loop, joined, JOIN_LIMIT);
                });
    stopWhenDone(loop.createTask(join.on(loop)));
    return Phase.POOL;
  }

  private Phase close() {
    loop.close();
    return Phase.CLOSED;
  }

  private void stopWhenDone(Future future) {
    future.addDoneCallback(done -> loop.stop());
  }
}
