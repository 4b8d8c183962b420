package timeslice.explore.program;

/** What threads sleep on until another wakes them: a condition, or a variable used as a futex. */
public sealed interface WaitQueue permits Condition, Variable {
  /** What the program calls it. */
  String name();
}
