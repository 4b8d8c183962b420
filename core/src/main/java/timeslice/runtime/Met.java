package timeslice.runtime;

/** What comes of meeting other tasks: in a lock, a pipe, a permit … */
enum Met {
  /** The task goes on behind the operation. */
  GOES_ON,
  /** The task waits in the operation. */
  WAITS,
  /** The operation was a mistake, and the task is done for. */
  FAILED;

  static Met goesOn(boolean atOnce) {
    return atOnce ? GOES_ON : WAITS;
  }
}
