package timeslice.runtime.loop;

/**
 * Who is told what a loop does, as it does it; every method may be left out.
 *
 * <p>Tasks are numbered from 1 in the order of their creation. Handles and futures share a second
 * count from 1. The time is the host's.
 */
public interface LoopObserver {

  /** An iteration has taken its snapshot: it will take this many handles, and no more. */
  default void iterationBegan(int todo) {}

  /** A timer has been moved to the ready queue, this long after it was due (negative: before). */
  default void timerDue(int handle, long late) {}

  /** A handle's callback is called. */
  default void handleRun(int handle) {}

  /** A cancelled handle has used its turn for nothing. */
  default void handleSkipped(int handle) {}

  /** A task exists; its first step is in the ready queue. */
  default void taskCreated(int task) {}

  /** A task takes a step: its coroutine is resumed. */
  default void taskStepped(int task) {}

  /** A task awaits a future that is not done: another task, or else a plain future. */
  default void taskWaits(int task, boolean onTask, int number) {}

  /** Somebody asks for a task to be cancelled. */
  default void taskCancelRequested(int task) {}

  /** A task has come to its end. */
  default void taskDone(int task, Outcome outcome) {}

  /** A future that is not a task is done. */
  default void futureDone(int future, Outcome outcome) {}
}
