package timeslice.trace;

/** What a task can do wrong or run out of; the task ends, and the machine goes on. */
public enum TaskError {
  /** It could not be started, or could not start another: a limit of the machine was reached. */
  LIMIT,
  /** It gave back a lock, or wanted to wait with a lock, that it did not hold. */
  NOT_OWNER,
  /** It asked for a lock that it already held, and would have waited for itself. */
  RELOCK,
  /** It unparked a task that does not exist. */
  NO_SUCH_TASK,
  /** It referred to an object that is free. */
  FREED_OBJECT,
  /** It made an object under a number that an object still has. */
  LIVE_OBJECT,
  /** No frame was left for a page that it touched. */
  OUT_OF_MEMORY
}
