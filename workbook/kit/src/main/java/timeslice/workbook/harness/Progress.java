package timeslice.workbook.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.run.Verdict;
import timeslice.workbook.run.Verdict.State;

/** How far a run has come, over the lives of several workers if need be. */
final class Progress {
  /** How a worker, or a whole property class, came to its end. */
  record Loss(State state, String why) {}

  private final List<Task> tasks;
  private final String seed;
  private final List<Task> left;
  private final Map<String, Map<String, LawResult>> seen = new HashMap<>();
  private final Map<String, Loss> lost = new HashMap<>();
  private Wire.Event.@Nullable Started running;
  private boolean sawWreck;

  Progress(List<Task> tasks, String seed) {
    this.tasks = List.copyOf(tasks);
    this.seed = seed;
    this.left = new ArrayList<>(tasks);
  }

  /** What no worker has finished yet. */
  List<Task> left() {
    return List.copyOf(left);
  }

  /** Whether a law left something behind that may harm the next one. */
  boolean sawWreck() {
    return sawWreck;
  }

  void note(Wire.Event event) {
    switch (event) {
      case Wire.Event.Started started -> running = started;
      case Wire.Event.Finished(String propertyClass, LawResult result) -> {
        running = null;
        sawWreck |= result.state().endsExercise() || result.state() == State.FLOODED;
        seen(propertyClass).put(result.law(), result);
      }
      case Wire.Event.Broken(String propertyClass, String why) ->
          lost.putIfAbsent(Task.outermost(propertyClass), new Loss(State.FALSIFIED, why));
      case Wire.Event.Ended _ -> running = null;
    }
  }

  /** A worker has done all that was left. */
  void end() {
    left.clear();
  }

  /**
   * A worker is lost. Its death is laid on the exercise it was at only if it was fresh: otherwise
   * that exercise begins again in a new one.
   */
  void lose(Loss loss, boolean fresh) {
    Task culprit = culprit();
    Wire.Event.Started law = running;
    running = null;
    if (!fresh) {
      seen.remove(culprit.propertyClass());
      left.removeIf(this::isDone);
      return;
    }
    if (law != null) {
      seen(culprit.propertyClass()).put(law.law(), result(culprit, law.law(), loss));
      var rest = new Loss(State.NOT_RUN, "was not run: in an earlier law " + loss.why());
      lost.put(culprit.propertyClass(), rest);
    } else {
      lost.put(culprit.propertyClass(), loss);
    }
    left.remove(culprit);
    left.removeIf(this::isDone);
  }

  private Task culprit() {
    if (running != null) {
      String name = Task.outermost(running.propertyClass());
      for (Task task : left) {
        if (task.propertyClass().equals(name)) {
          return task;
        }
      }
    }
    return left.stream().filter(task -> !isDone(task)).findFirst().orElse(left.getFirst());
  }

  private boolean isDone(Task task) {
    var laws = seen.get(task.propertyClass());
    return laws != null && laws.keySet().containsAll(task.laws());
  }

  private Map<String, LawResult> seen(String propertyClass) {
    return seen.computeIfAbsent(Task.outermost(propertyClass), _ -> new LinkedHashMap<>());
  }

  /** Each law of each exercise, once. */
  List<TaskResult> results() {
    var results = new ArrayList<TaskResult>();
    for (Task task : tasks) {
      var laws = new LinkedHashMap<>(seen(task.propertyClass()));
      var unknown = new Loss(State.NOT_RUN, "was not run, and nobody said why");
      Loss loss = lost.getOrDefault(task.propertyClass(), unknown);
      for (String law : task.laws()) {
        laws.putIfAbsent(law, result(task, law, loss));
      }
      var sorted = new ArrayList<>(laws.values());
      sorted.sort(Comparator.comparing(LawResult::law));
      results.add(new TaskResult(task, sorted));
    }
    return results;
  }

  private LawResult result(Task task, String law, Loss loss) {
    var verdict =
        new Verdict(
            task.id().toString(),
            task.propertyClass(),
            law,
            loss.state(),
            loss.why(),
            List.of(),
            0,
            seed);
    return new LawResult(verdict, Duration.ZERO);
  }
}
