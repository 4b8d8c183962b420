package timeslice.runtime;

/** Which of the threads that wait for a GIL is woken: an operating system promises no order. */
public enum WaiterChoice {
  /** The one that has waited longest. */
  OLDEST,
  /** The one that came last. */
  NEWEST,
  /** Any, drawn from a seed. */
  ANY
}
