package timeslice.trace;

/** What a machine can run out of. */
public enum Limit {
  /** The most threads there may be at a time (Linux: EAGAIN of clone). */
  THREADS,
  /** Memory for a thread's stack or a process (Linux: ENOMEM). */
  MEMORY
}
