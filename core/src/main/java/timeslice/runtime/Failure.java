package timeslice.runtime;

import timeslice.trace.TaskError;

/**
 * A task that failed.
 *
 * @param at when, in nanoseconds
 * @param object the lock, task, object or page that the error is about, -1 for none
 * @param holder the task that held the lock, -1 for nobody
 */
public record Failure(int task, long at, TaskError error, long object, int holder) {

  /** What happened, in a sentence. */
  public String sentence() {
    return "task " + task + " failed at " + at + " ns: " + mistake();
  }

  private String mistake() {
    return switch (error) {
      case LIMIT ->
          object < 0
              ? "the machine has no more threads or memory to start it"
              : "the machine has no more threads or memory to start task " + object;
      case NOT_OWNER ->
          "it gives back lock "
              + object
              + ", which "
              + (holder < 0 ? "nobody holds" : "task " + holder + " holds");
      case RELOCK -> "it takes lock " + object + ", which it already holds: it would wait for ever";
      case NO_SUCH_TASK -> "it unparks task " + object + ", which does not exist";
      case FREED_OBJECT -> "it refers to object " + object + ", which is free";
      case LIVE_OBJECT -> "it makes object " + object + ", which already exists";
      case OUT_OF_MEMORY -> "no frame is left for page " + object;
    };
  }
}
