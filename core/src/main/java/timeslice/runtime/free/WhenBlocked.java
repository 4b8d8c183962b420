package timeslice.runtime.free;

/** What a thread does with the locks it holds when it has to wait for one more. */
public enum WhenBlocked {
  /** It lets go of them, and takes them back later: PEP 703's critical sections. */
  SUSPEND,
  /** It keeps them: ordinary nested locks. */
  HOLD
}
