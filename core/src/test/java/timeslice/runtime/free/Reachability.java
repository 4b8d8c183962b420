package timeslice.runtime.free;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import timeslice.explore.StepModel;

/**
 * All states that a model can reach, found breadth first with the plainest means. It shares nothing
 * with the explorer in {@code timeslice.explore} and so may contradict it.
 */
final class Reachability {
  private final StepModel model;

  /** Every state, and the state and thread from which it was first reached. */
  private final Map<IntBuffer, Step> reached = new LinkedHashMap<>();

  private final List<IntBuffer> ends = new ArrayList<>();
  private final List<IntBuffer> stuck = new ArrayList<>();
  private @Nullable String violation;

  /** How a state was first reached. */
  private record Step(@Nullable IntBuffer from, int thread) {}

  private Reachability(StepModel model) {
    this.model = model;
  }

  /** Explores the whole model, or up to the first violation. */
  static Reachability of(StepModel model) {
    Reachability all = new Reachability(model);
    all.explore();
    return all;
  }

  private void explore() {
    Queue<IntBuffer> todo = new ArrayDeque<>();
    visit(IntBuffer.wrap(model.initial()), new Step(null, -1), todo);
    while (!todo.isEmpty() && violation == null) {
      IntBuffer from = todo.remove();
      boolean moved = false;
      boolean finished = true;
      for (int thread = 0; thread < model.threads() && violation == null; thread++) {
        finished &= model.finished(from.array(), thread);
        if (model.enabled(from.array(), thread)) {
          moved = true;
          int[] state = from.array().clone();
          model.step(state, thread);
          visit(IntBuffer.wrap(state), new Step(from, thread), todo);
        }
      }
      if (finished) {
        ends.add(from);
      } else if (!moved) {
        stuck.add(from);
      }
    }
  }

  private void visit(IntBuffer state, Step how, Queue<IntBuffer> todo) {
    if (reached.putIfAbsent(state, how) == null) {
      String wrong = model.violation(state.array());
      violation = wrong == null ? null : wrong + story(state);
      todo.add(state);
    }
  }

  /** The first thing found wrong, with the schedule that leads to it; null if nothing is. */
  @Nullable String violation() {
    return violation;
  }

  int states() {
    return reached.size();
  }

  /** The states in which every thread has finished. */
  List<int[]> ends() {
    return ends.stream().map(IntBuffer::array).toList();
  }

  /** A schedule into a state where nobody can move and not all have finished; null if none is. */
  @Nullable String deadlock() {
    return stuck.isEmpty() ? null : story(stuck.getFirst());
  }

  /** A shortest schedule to a state from which not all can finish any more; null if none is. */
  @Nullable String pointOfNoReturn() {
    Map<IntBuffer, List<IntBuffer>> before = new LinkedHashMap<>();
    for (IntBuffer from : reached.keySet()) {
      for (int thread = 0; thread < model.threads(); thread++) {
        if (model.enabled(from.array(), thread)) {
          int[] state = from.array().clone();
          model.step(state, thread);
          before.computeIfAbsent(IntBuffer.wrap(state), key -> new ArrayList<>()).add(from);
        }
      }
    }
    Set<IntBuffer> canFinish = new LinkedHashSet<>(ends);
    Queue<IntBuffer> todo = new ArrayDeque<>(ends);
    while (!todo.isEmpty()) {
      for (IntBuffer from : before.getOrDefault(todo.remove(), List.of())) {
        if (canFinish.add(from)) {
          todo.add(from);
        }
      }
    }
    for (IntBuffer state : reached.keySet()) {
      if (!canFinish.contains(state)) {
        return story(state);
      }
    }
    return null;
  }

  /** A shortest schedule to a state like this; null if none is. */
  @Nullable String scheduleTo(Predicate<int[]> wanted) {
    for (IntBuffer state : reached.keySet()) {
      if (wanted.test(state.array())) {
        return story(state);
      }
    }
    return null;
  }

  private String story(IntBuffer state) {
    List<String> lines = new ArrayList<>();
    IntBuffer at = state;
    for (Step how = reached.get(at); how != null && how.from() != null; how = reached.get(at)) {
      at = how.from();
      lines.add("\n  thread " + how.thread() + ": " + model.describe(at.array(), how.thread()));
    }
    Collections.reverse(lines);
    return String.join("", lines);
  }
}
