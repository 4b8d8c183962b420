package timeslice.runtime.loop;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Failure;

/**
 * A lock for the tasks of one loop: first come, first served (asyncio/locks.py).
 *
 * <p>No other thread is kept out; what it keeps out is the other tasks between one await and the
 * next. Releasing it wakes the first in the queue, and the lock is that task's when it takes its
 * step; nobody can slip in between.
 */
public final class LoopLock {
  private final EventLoop loop;
  private final ArrayDeque<Future> waiters = new ArrayDeque<>();
  private boolean locked;

  /** A lock that is free. */
  public LoopLock(EventLoop loop) {
    this.loop = loop;
  }

  /** Whether somebody holds it. */
  public boolean locked() {
    return locked;
  }

  /** A coroutine that gets the lock; if it is free, without yielding. */
  public Coroutine acquire() {
    return new Acquire();
  }

  /** Gives it back; it must be held, but by whom is not asked. */
  public void release() {
    if (!locked) {
      throw new IllegalStateException("a lock that nobody holds cannot be released");
    }
    locked = false;
    wakeUpFirst();
  }

  /** A coroutine that runs this one with the lock held: {@code async with lock}. */
  public Coroutine holding(Coroutine body) {
    return new Holding(acquire(), this::release, body);
  }

  private void wakeUpFirst() {
    Future first = waiters.peekFirst();
    if (first != null && !first.done()) {
      first.setResult(null);
    }
  }

  private final class Acquire extends Stages {
    private @Nullable Future turn;

    @Override
    protected Step stage(int stage) {
      if (stage == 0 && !locked && waiters.stream().allMatch(Future::cancelled)) {
        locked = true;
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
      if (failed == null) {
        locked = true;
        return Outcome.NOTHING;
      }
      if (!locked) {
        wakeUpFirst(); // it may have been given to us, who do not want it any more
      }
      return failed;
    }
  }
}
