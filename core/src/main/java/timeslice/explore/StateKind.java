package timeslice.explore;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen next in a state. */
sealed interface StateKind {
  /** Some thread can take a step. */
  StateKind RUNNING = new Running();

  /** Every thread has finished. */
  StateKind FINISHED = new Finished();

  /** Some thread can take a step. */
  record Running() implements StateKind {}

  /** Every thread has finished. */
  record Finished() implements StateKind {}

  /** No thread can take a step, and not all have finished. */
  record Deadlocked(String what) implements StateKind {}

  /** Something is wrong with the state, and nobody goes on. */
  record Violated(String what) implements StateKind {}

  /** The kind of this state. */
  static StateKind of(StepModel model, int[] state) {
    @Nullable String wrong = model.violation(state);
    if (wrong != null) {
      return new Violated(wrong);
    }
    for (int thread = 0; thread < model.threads(); thread++) {
      if (model.enabled(state, thread)) {
        return RUNNING;
      }
    }
    List<String> waiting = new ArrayList<>();
    for (int thread = 0; thread < model.threads(); thread++) {
      if (!model.finished(state, thread)) {
        waiting.add("thread " + thread + " " + model.blocked(state, thread));
      }
    }
    return waiting.isEmpty() ? FINISHED : new Deadlocked("deadlock: " + String.join(", ", waiting));
  }
}
