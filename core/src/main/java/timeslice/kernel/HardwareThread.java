package timeslice.kernel;

/** What the kernel knows of one hardware thread: an object, and so one place in memory. */
final class HardwareThread {
  /** The thread it runs, -1 when idle. */
  int thread = CpuTable.NOBODY;

  /** The thread it ran last, -1 at first. */
  int before = CpuTable.NOBODY;

  /** Up to when its thread's progress has been written down; at first, when its turn starts. */
  long since;

  /** When its thread's turn is over. */
  long turnEnd;

  /** CPU time its thread has used in this turn, up to {@code since}. */
  long used;

  /** Sequence number of the event that it waits for; any other one for this CPU is out of date. */
  long due;

  /** Share of its thread's time, in thousandths, in which it waits for memory. */
  int stall;
}
