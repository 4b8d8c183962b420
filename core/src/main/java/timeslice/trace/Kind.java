package timeslice.trace;

/**
 * What can happen in a run. The columns of a {@link Trace} mean something else for each kind:
 * {@code cpu} is a hardware thread, {@code who}, {@code other} and {@code value} as said here; what
 * is not mentioned is -1 (numbers) or 0 (the value).
 */
public enum Kind {
  /** Thread {@code who} of process {@code other} exists (process -1: a kernel-only thread). */
  THREAD_CREATED,
  /** Thread {@code who} could not have another; {@code other}: ordinal of {@link Limit}. */
  REFUSED,
  /** Thread {@code who} may run; {@code other}: ordinal of {@link ReadyCause}. */
  READY,
  /**
   * CPU {@code cpu} is given to thread {@code who}; {@code other}: ordinal of {@link Choice};
   * {@code value}: how long the switch takes before its first instruction. A STOP before that time
   * cut the switch short, and the thread has not run.
   */
  RUN,
  /**
   * Thread {@code who} leaves its CPU; {@code other}: ordinal of {@link StopReason}; {@code value}:
   * the object it waits for, where there is one, and for IO and SLEEP the time at which the wait
   * will be over by itself (0: not known).
   */
  STOP,
  /** CPU {@code cpu} points at the page table of process {@code who}. */
  TABLE_LOADED,
  /** CPU {@code cpu} forgets the translations of process {@code who}, if it has any. */
  FLUSHED,
  /** CPU {@code cpu} is told by CPU {@code other} to forget page {@code value} of {@code who}. */
  SHOT_DOWN,
  /** Thread {@code who} touched memory {@code value} times, {@code other} of them TLB misses. */
  TOUCHED,
  /** Task {@code who} exists; {@code other}: the task that asked for it. */
  TASK_CREATED,
  /** Task {@code who} has nothing to wait for any more; {@code other}: the task that woke it. */
  TASK_READY,
  /** Thread {@code other} begins to carry task {@code who}. */
  MOUNTED,
  /** Thread {@code other} puts task {@code who} down; {@code value}: ordinal of StopReason. */
  UNMOUNTED,
  /**
   * Task {@code who} is done; {@code value}: 0, or if it failed 1 + ordinal of {@link TaskError},
   * with {@code other} the lock, task or object that the error is about.
   */
  TASK_ENDED,
  /** Task {@code who} holds lock {@code other}. */
  ACQUIRED,
  /** Task {@code who} gave lock {@code other} back. */
  RELEASED,
  /** Task {@code who} notified condition {@code other} and so woke task {@code value} (or -1). */
  NOTIFIED,
  /** Task {@code who} put {@code value} bytes into pipe {@code other}. */
  SENT,
  /** Task {@code who} took {@code value} bytes out of pipe {@code other}. */
  RECEIVED,
  /** Thread {@code who} holds the GIL of interpreter {@code other}. */
  GIL_TAKEN,
  /** Thread {@code who} gave up the GIL of interpreter {@code other}; value 1: it was asked to. */
  GIL_DROPPED,
  /** Thread {@code who} asks thread {@code value} for the GIL of interpreter {@code other}. */
  GIL_REQUESTED,
  /**
   * Task {@code who} keeps carrier {@code other} while it waits ({@code value}: ordinal of {@link
   * Capture}).
   */
  CAPTURED,
  /** Carrier {@code who} joined because carrier {@code other} is captured. */
  COMPENSATED,
  /** Task {@code who} was taken by carrier {@code other} from carrier {@code value}. */
  STOLEN,
  /** Loop {@code who} begins an iteration with {@code value} callbacks. */
  ITERATION,
  /** Process {@code who} exists; {@code other}: ordinal of the start method or -1. */
  PROCESS_CREATED,
  /** Object {@code other} is free; task {@code who} dropped the last reference. */
  FREED,
  /** Task {@code who} has a permit of semaphore {@code other}. */
  PERMIT_TAKEN,
  /** Task {@code who} gave a permit of semaphore {@code other} back. */
  PERMIT_RETURNED
}
