package timeslice.lab.contextswitch.ch4;

import timeslice.kernel.StatePiece;

/** Believes that a file opened by a thread belongs to the thread. */
public final class Tcb {
  private Tcb() {}

  /** Whether each thread has its own, so that its control block must hold it. */
  public static boolean holds(StatePiece piece) {
    if (piece == StatePiece.OPEN_FILES || piece == StatePiece.WORKING_DIRECTORY) {
      return true;
    }
    return switch (piece) {
      // where it is, and what it computes with: all registers, not some of them
      case PROGRAM_COUNTER, STACK_POINTER, GENERAL_REGISTERS, VECTOR_REGISTERS, TLS_BASE -> true;
      // what the kernel needs to run it, and to run it by itself
      case KERNEL_STACK, SIGNAL_MASK, SCHEDULING_CLASS, CPU_AFFINITY, THREAD_ID -> true;
      // memory, even the memory its stack lies in: whoever has the address can read it
      case STACK_MEMORY, CODE, GLOBALS, HEAP, PAGE_TABLE_POINTER -> false;
      case OPEN_FILES, WORKING_DIRECTORY, SIGNAL_HANDLERS, PROCESS_ID -> false;
    };
  }
}
