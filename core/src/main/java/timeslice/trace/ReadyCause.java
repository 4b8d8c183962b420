package timeslice.trace;

/** Why a thread may run again. */
public enum ReadyCause {
  /** It has just been created. */
  CREATED,
  /** Its turn is over, and it has more to do. */
  PREEMPTED,
  /** It gave the CPU up by itself. */
  YIELDED,
  /** What it waited for has come. */
  WOKEN,
  /** The time it waited for has come. */
  TIMER
}
