package timeslice.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * One schedule of a program, run again step by step.
 *
 * @param threads how many threads the program has
 * @param steps what happened, in order
 * @param waiting after the last step, each thread that has not finished and cannot take a step,
 *     with what it waits for; empty if something is wrong with the last state
 */
public record Replay(int threads, List<Step> steps, List<Step> waiting) {
  public Replay {
    steps = List.copyOf(steps);
    waiting = List.copyOf(waiting);
  }

  /** What one thread does, in a few words. */
  public record Step(int thread, String words) {}

  /** Runs a schedule: the thread of each step. Each must be able to take it. */
  public static Replay of(StepModel model, List<Integer> schedule) {
    List<Step> steps = new ArrayList<>();
    int[] state = model.initial();
    for (int thread : schedule) {
      require(model, state, thread, steps.size() + 1);
      steps.add(new Step(thread, model.describe(state, thread)));
      model.step(state, thread);
    }
    List<Step> waiting = new ArrayList<>();
    for (int thread = 0; thread < model.threads(); thread++) {
      if (model.violation(state) == null
          && !model.finished(state, thread)
          && !model.enabled(state, thread)) {
        waiting.add(new Step(thread, model.blocked(state, thread)));
      }
    }
    return new Replay(model.threads(), steps, waiting);
  }

  /** The state at the end of a schedule. */
  public static int[] end(StepModel model, List<Integer> schedule) {
    int[] state = model.initial();
    int number = 0;
    for (int thread : schedule) {
      require(model, state, thread, ++number);
      model.step(state, thread);
    }
    return state;
  }

  private static void require(StepModel model, int[] state, int thread, int number) {
    if (thread < 0 || thread >= model.threads()) {
      throw new IllegalArgumentException(
          "step "
              + number
              + " names thread "
              + thread
              + "; there are threads 0 to "
              + (model.threads() - 1));
    }
    if (!model.enabled(state, thread)) {
      throw new IllegalArgumentException(
          "step "
              + number
              + " names thread "
              + thread
              + ", which "
              + (model.finished(state, thread) ? "has finished" : model.blocked(state, thread)));
    }
  }
}
