package timeslice.workbook.jvm.explore;

/** How a schedule stands. */
enum State {
  /** Some thread can take a step. */
  GOES_ON,
  /** All threads have finished, and all is well. */
  FINE,
  /** Something is wrong, see {@link Run#failure}. */
  FAILED,
  /** Whatever follows is explored elsewhere: only looks in vain are left to be taken. */
  REDUNDANT,
  /** The last thread spins until another one changes something: see {@link Looks}. */
  SPINS,
  /** It has taken more steps than allowed. */
  TOO_LONG
}
