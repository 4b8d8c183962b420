package timeslice.lab.contextswitch.ch4;

import java.util.Optional;
import timeslice.kernel.StatePiece;

/**
 * Three threads of one process on one CPU, for one piece of state. The switch saves and restores
 * the piece if the reader's TCB holds it; beside it runs what Linux gives to threads made by {@code
 * clone(CLONE_VM | CLONE_FS | CLONE_FILES | CLONE_SIGHAND | CLONE_THREAD | …)}.
 */
final class ClonedThreads {
  static final int THREADS = 3;

  private final StatePiece piece;
  private final boolean held;
  private long machine; // the one place that whoever runs works with
  private final long[] saved = new long[THREADS];
  private final long[] linux = new long[THREADS];
  private int running;

  ClonedThreads(StatePiece piece) {
    this.piece = piece;
    this.held = Tcb.holds(piece);
  }

  /** The flag of clone that makes threads share this piece; empty if each has its own. */
  static Optional<String> sharedBy(StatePiece piece) {
    return switch (piece) {
      case STACK_MEMORY, CODE, GLOBALS, HEAP, PAGE_TABLE_POINTER -> Optional.of("CLONE_VM");
      case OPEN_FILES -> Optional.of("CLONE_FILES");
      case WORKING_DIRECTORY -> Optional.of("CLONE_FS");
      case SIGNAL_HANDLERS -> Optional.of("CLONE_SIGHAND");
      case PROCESS_ID -> Optional.of("CLONE_THREAD");
      case PROGRAM_COUNTER,
          STACK_POINTER,
          GENERAL_REGISTERS,
          VECTOR_REGISTERS,
          TLS_BASE,
          KERNEL_STACK,
          SIGNAL_MASK,
          SCHEDULING_CLASS,
          CPU_AFFINITY,
          THREAD_ID ->
          Optional.empty();
    };
  }

  void switchTo(int thread) {
    if (thread != running && held) {
      saved[running] = machine;
      machine = saved[thread];
    }
    running = thread;
  }

  void write(long value) {
    machine = value;
    linux[sharedBy(piece).isPresent() ? 0 : running] = value;
  }

  /** What the running thread finds with the reader's choice. */
  long read() {
    return machine;
  }

  /** What it finds on Linux. */
  long expected() {
    return linux[sharedBy(piece).isPresent() ? 0 : running];
  }
}
