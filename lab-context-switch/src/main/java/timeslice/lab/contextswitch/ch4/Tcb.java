package timeslice.lab.contextswitch.ch4;

import static timeslice.Todo.todo;

import timeslice.kernel.StatePiece;

/** What a kernel must keep for each single thread of a process. */
public final class Tcb {
  private Tcb() {}

  /**
   * Whether a thread control block must hold this piece: true if each thread has its own, false if
   * all threads of the process share one.
   */
  public static boolean holds(StatePiece piece) {
    return todo("4.1: which pieces each thread has for itself");
  }
}
