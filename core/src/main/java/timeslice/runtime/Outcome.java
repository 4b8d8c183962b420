package timeslice.runtime;

import java.util.List;
import timeslice.trace.StopReason;

/** How a run ended: a deadlock is a result here, not a hang, and a mistake not a stack trace. */
public sealed interface Outcome {

  /** What became of the tasks, in a sentence. */
  String sentence();

  /** Every task is done. */
  record Finished() implements Outcome {
    @Override
    public String sentence() {
      return "every task is done";
    }
  }

  /**
   * These tasks wait for each other, each for the next, the last for the first. Others may wait for
   * them.
   *
   * @param cycle from its lowest task number on
   */
  record Deadlock(List<Waiting> cycle) implements Outcome {
    public Deadlock {
      cycle = List.copyOf(cycle);
    }

    @Override
    public String sentence() {
      return "deadlock: " + Waiting.sentence(cycle);
    }
  }

  /** Nothing can happen any more, and these tasks still wait; no cycle explains it. */
  record Stuck(List<Waiting> tasks) implements Outcome {
    public Stuck {
      tasks = List.copyOf(tasks);
    }

    @Override
    public String sentence() {
      return "nothing can happen any more, and " + Waiting.sentence(tasks);
    }
  }

  /**
   * Some tasks failed; what they held, they keep.
   *
   * @param count how many
   * @param first the first of them, in the order in which they failed
   * @param others what became of all other tasks: Finished, Deadlock or Stuck
   */
  record Failed(int count, List<Failure> first, Outcome others) implements Outcome {
    public Failed {
      first = List.copyOf(first);
    }

    @Override
    public String sentence() {
      String more = count == 1 ? "" : ", and " + (count - 1) + " more failed";
      return first.getFirst().sentence()
          + more
          + (others instanceof Finished ? "" : "; then " + others.sentence());
    }
  }

  /**
   * A task that waits.
   *
   * @param object the number of the lock, condition, semaphore, future or pipe; -1 for none
   * @param heldBy the task that would have to act, -1 if that is not known
   */
  record Waiting(int task, StopReason why, int object, int heldBy) {
    private static final int NAMED = 8;

    /** What this task waits for, in a sentence. */
    public String sentence() {
      String task = "task " + this.task + " waits for ";
      String by = heldBy < 0 ? "" : " that task " + heldBy + " holds";
      return switch (why) {
        case LOCK -> task + "lock " + object + by;
        case CONDITION -> task + "a notification of condition " + object;
        case SEMAPHORE -> task + "a permit of semaphore " + object;
        case FUTURE -> task + "future " + object;
        case PIPE -> task + "pipe " + object;
        case PARK -> task + "somebody to unpark it";
        case JOIN -> task + (heldBy < 0 ? "a child" : "task " + heldBy + ", its child");
        default -> "task " + this.task + " is not done";
      };
    }

    private static String sentence(List<Waiting> all) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < Math.min(all.size(), NAMED); i++) {
        text.append(i == 0 ? "" : ", ").append(all.get(i).sentence());
      }
      return all.size() <= NAMED
          ? text.toString()
          : text.append(" (and ").append(all.size() - NAMED).append(" more)").toString();
    }
  }
}
