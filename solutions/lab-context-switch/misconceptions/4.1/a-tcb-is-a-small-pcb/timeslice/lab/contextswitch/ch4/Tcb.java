package timeslice.lab.contextswitch.ch4;

import timeslice.kernel.StatePiece;

/** Believes that a TCB holds where the thread is, and nothing else. */
public final class Tcb {
  private Tcb() {}

  /** Whether each thread has its own, so that its control block must hold it. */
  public static boolean holds(StatePiece piece) {
    return piece == StatePiece.PROGRAM_COUNTER || piece == StatePiece.STACK_POINTER;
  }
}
