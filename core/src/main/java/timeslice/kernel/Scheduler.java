package timeslice.kernel;

import timeslice.trace.Choice;
import timeslice.trace.ReadyCause;

/**
 * A scheduling policy: keeps the threads that are ready, and says which runs next.
 *
 * <p>Only the first three methods have to be written; a policy without the others runs each thread
 * until it waits. An object serves one run.
 */
public interface Scheduler {
  /** A turn that never ends by itself. */
  long FOREVER = Long.MAX_VALUE;

  /** This thread is ready from now on. */
  void ready(int thread, ReadyCause cause);

  /**
   * Takes out the thread that this idle CPU is to run, -1 if there is none for it. A CPU that gets
   * none is asked again after the next event.
   */
  int next(int cpu);

  /** Whether no thread is ready. */
  boolean isEmpty();

  /** How long this thread's turn may be, in nanoseconds, 1 or more. */
  default long quantum(int thread) {
    return FOREVER;
  }

  /** This thread has used this much CPU time since its turn began; its turn is over now. */
  default void ran(int thread, long ns) {}

  /** This thread waits or is done, and so stands no longer in the competition. */
  default void left(int thread) {}

  /**
   * A busy CPU that must drop its thread at once for one that is ready, -1 if there is none. Asked
   * after each event, while threads are ready that no idle CPU would take.
   */
  default int preempt() {
    return -1;
  }

  /** Why {@link #next} chose the thread that it returned last. */
  default Choice why() {
    return Choice.UNSAID;
  }

  /** Makes a policy for a machine; the view lets it look at threads and CPUs. */
  @FunctionalInterface
  interface Factory {
    /** A new policy, with no thread ready. */
    Scheduler create(MachineView view);
  }
}
