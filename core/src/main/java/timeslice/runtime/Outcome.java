package timeslice.runtime;

import java.util.List;
import timeslice.trace.StopReason;

/** How a run ended: a deadlock is a result here, not a hang. */
public sealed interface Outcome {

  /** Every task is done. */
  record Finished() implements Outcome {}

  /** These tasks wait for each other, each for the next, the last for the first. */
  record Deadlock(List<Waiting> cycle) implements Outcome {
    public Deadlock {
      cycle = List.copyOf(cycle);
    }
  }

  /** Nothing can happen any more, and these tasks still wait; no cycle of locks explains it. */
  record Stuck(List<Waiting> tasks) implements Outcome {
    public Stuck {
      tasks = List.copyOf(tasks);
    }
  }

  /**
   * A task that waits.
   *
   * @param object the number of the lock, condition, semaphore, future or pipe; -1 for none
   * @param heldBy the task that would have to act, -1 if that is not known
   */
  record Waiting(int task, StopReason why, int object, int heldBy) {}
}
