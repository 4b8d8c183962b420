package timeslice.trace;

/** Why a thread or a task leaves what it ran on. */
public enum StopReason {
  /** Its turn was over. */
  QUANTUM,
  /** Another thread was more urgent. */
  PREEMPTED,
  /** It gave the CPU up by itself. */
  YIELDED,
  /** It is done. */
  ENDED,
  /** It waits for a device or the network. */
  IO,
  /** It sleeps for some time. */
  SLEEP,
  /** It waits for a lock that another holds. */
  LOCK,
  /** It waits to be notified. */
  CONDITION,
  /** It waits for a permit of a semaphore. */
  SEMAPHORE,
  /** It waits for another task to end. */
  JOIN,
  /** It waits for a future. */
  FUTURE,
  /** It waits for room in a pipe, or for bytes. */
  PIPE,
  /** It waits to be unparked. */
  PARK,
  /** It waits for the global interpreter lock. */
  GIL,
  /** A carrier, a pool thread or an event loop without anything to run. */
  NO_WORK
}
