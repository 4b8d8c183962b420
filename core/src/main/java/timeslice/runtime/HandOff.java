package timeslice.runtime;

/** Who gets a lock that is given back while others wait for it. */
public enum HandOff {
  /** The task that has waited longest; it holds the lock before it runs. */
  TO_FIRST_WAITER,
  /**
   * Whoever asks first: the lock is free, the task that has waited longest is woken and tries again
   * (as a futex does, which lets a running task overtake).
   */
  COMPETE
}
