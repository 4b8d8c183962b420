package timeslice.lab.threads.ch5;

import static timeslice.Todo.todo;

/** Exercise 5.1: the global interpreter lock: who holds it, and whether he was asked to drop it. */
public final class Gil {
  /**
   * The thread tries to take the lock. If it is free, the thread holds it now, no drop request
   * stands, and the switch number grows by 1 if another thread held the lock last, or nobody ever.
   *
   * @param thread number of the thread, 0 or more
   * @return whether it got the lock
   */
  public boolean tryTake(int thread) {
    return todo("5.1: take the lock if it is free");
  }

  /** How often the lock has gone to a thread that was not the one to hold it last; 0 at first. */
  public long switchNumber() {
    return todo("5.1: how often the lock has changed hands");
  }

  /**
   * A waiter's interval has ended and nobody woke it. If the lock is held, and has not changed
   * hands since the waiter began to wait, the holder is asked to drop it.
   *
   * @param seen the switch number when the waiter began to wait
   */
  public void intervalOver(long seen) {
    todo("5.1: ask the holder, if it still is the same one");
  }

  /** Whether the holder was asked to drop the lock. */
  public boolean dropRequested() {
    return todo("5.1: whether the holder was asked");
  }

  /**
   * The thread drops the lock; no drop request stands afterwards.
   *
   * @return whether it was asked to: then it must not take the lock before another thread has
   * @throws IllegalStateException with the number of the thread in its sentence, if it does not
   *     hold the lock
   */
  public boolean drop(int thread) {
    return todo("5.1: free the lock, and say whether that was asked for");
  }
}
