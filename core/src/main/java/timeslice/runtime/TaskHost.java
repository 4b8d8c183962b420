package timeslice.runtime;

import timeslice.program.Operation;

/** What an interpreter asks of the runtime that carries its tasks. */
interface TaskHost {

  /** This new task may run; false if the runtime cannot have another one (a limit). */
  boolean begin(int task);

  /** What it costs a task to start a child, in nanoseconds of CPU time. */
  default long spawnCost() {
    return 0;
  }

  /** What this task waited for has come: it may go on. */
  void resume(int task);

  /** This task is done. */
  void ended(int task);

  /** The kernel thread that carries this task now. */
  int threadOf(int task);

  /**
   * What an access pattern costs the task that runs now, in nanoseconds; if no frame is left for a
   * page, {@code -1 - page} (see {@link timeslice.kernel.HardwareCosts}).
   */
  long touch(int task, Operation.Touch touch);

  /** What it costs to unmap a page, in nanoseconds, 0 or more. */
  long unmap(int task, long page);
}
