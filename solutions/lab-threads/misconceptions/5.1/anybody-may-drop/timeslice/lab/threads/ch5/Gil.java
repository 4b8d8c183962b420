package timeslice.lab.threads.ch5;

/** Believes that any thread may drop the lock. */
public final class Gil {
  private static final int NOBODY = -1;

  private int holder = NOBODY;
  private int lastHolder = NOBODY;
  private long switchNumber;
  private boolean dropRequested;

  /**
   * The thread tries to take the lock. If it is free, the thread holds it now, no drop request
   * stands, and the switch number grows by 1 if another thread held the lock last, or nobody ever.
   *
   * @param thread number of the thread, 0 or more
   * @return whether it got the lock
   */
  public boolean tryTake(int thread) {
    if (holder != NOBODY) {
      return false;
    }
    holder = thread;
    if (lastHolder != thread) {
      lastHolder = thread;
      switchNumber++;
    }
    dropRequested = false;
    return true;
  }

  /** How often the lock has gone to a thread that was not the one to hold it last; 0 at first. */
  public long switchNumber() {
    return switchNumber;
  }

  /**
   * A waiter's interval has ended and nobody woke it. If the lock is held, and has not changed
   * hands since the waiter began to wait, the holder is asked to drop it.
   *
   * @param seen the switch number when the waiter began to wait
   */
  public void intervalOver(long seen) {
    if (holder != NOBODY && switchNumber == seen) {
      dropRequested = true;
    }
  }

  /** Whether the holder was asked to drop the lock. */
  public boolean dropRequested() {
    return dropRequested;
  }

  /**
   * The thread drops the lock; no drop request stands afterwards.
   *
   * @return whether it was asked to: then it must not take the lock before another thread has
   * @throws IllegalStateException with the number of the thread in its sentence, if it does not
   *     hold the lock
   */
  public boolean drop(int thread) {
    if (holder == NOBODY) {
      throw new IllegalStateException("thread " + thread + " does not hold the GIL");
    }
    boolean asked = dropRequested;
    holder = NOBODY;
    lastHolder = thread;
    dropRequested = false;
    return asked;
  }
}
