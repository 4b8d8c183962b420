package timeslice.runtime.loop;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Failure;

/**
 * A number of permits for the tasks of one loop: first come, first served (asyncio/locks.py).
 *
 * <p>Nobody overtakes: while somebody waits, a newcomer waits too, even if a permit is free at that
 * moment.
 */
public final class LoopSemaphore {
  private final EventLoop loop;
  private final ArrayDeque<Future> waiters = new ArrayDeque<>();
  private int permits;

  /** A semaphore with this many permits, 0 or more. */
  public LoopSemaphore(EventLoop loop, int permits) {
    if (permits < 0) {
      throw new IllegalArgumentException("a semaphore has 0 permits or more, got " + permits);
    }
    this.loop = loop;
    this.permits = permits;
  }

  /** Whether a newcomer would have to wait. */
  public boolean locked() {
    return permits == 0 || !waiters.stream().allMatch(Future::cancelled);
  }

  /** A coroutine that gets a permit; if nobody has to wait, without yielding. */
  public Coroutine acquire() {
    return new Acquire();
  }

  /** Gives a permit back, or adds one. */
  public void release() {
    permits++;
    wakeUpNext();
  }

  /** A coroutine that runs this one with a permit: {@code async with semaphore}. */
  public Coroutine holding(Coroutine body) {
    return new Holding(acquire(), this::release, body);
  }

  /** Gives a permit to the first that waits and has none yet; false if there is nobody. */
  private boolean wakeUpNext() {
    for (Future turn : waiters) {
      if (!turn.done()) {
        permits--;
        turn.setResult(null);
        return true;
      }
    }
    return false;
  }

  private final class Acquire extends Stages {
    private @Nullable Future turn;

    @Override
    protected Step stage(int stage) {
      if (stage == 0 && !locked()) {
        permits--;
        return Outcome.NOTHING;
      }
      return stage == 0 ? queueUp() : myTurn();
    }

    private Step queueUp() {
      turn = loop.createFuture();
      waiters.add(turn);
      return attempt(turn);
    }

    private Step myTurn() {
      waiters.remove(turn);
      Failure failed = failure();
      if (failed != null && turn != null && !turn.cancelled() && turn.done()) {
        permits++; // we were given one, and do not take it
      }
      while (permits > 0 && wakeUpNext()) {
        // Those who came while a permit was free had to wait for us.
      }
      return failed == null ? Outcome.NOTHING : failed;
    }
  }
}
