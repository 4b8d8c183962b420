package timeslice.trace;

/** Where a thread or a task is in its life: the states of a textbook's diagram. */
public enum Phase {
  /** It does not exist yet. */
  ABSENT,
  /** It may run, and nobody runs it. */
  READY,
  /** A CPU is being switched to it: its first instruction is still to come. */
  SWITCHING,
  /** A CPU executes its instructions. */
  RUNNING,
  /** It waits for something other than a CPU. */
  WAITING,
  /** It is done. */
  ENDED
}
