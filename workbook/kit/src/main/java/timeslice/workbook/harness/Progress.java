package timeslice.workbook.harness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far a run has come, over the lives of several workers if need be. */
final class Progress {
  private static final String NOT_RUN = "was not run: ";

  private final List<Task> tasks;
  private final Map<String, Map<String, LawResult>> seen = new HashMap<>();
  private final List<Task> left;
  private Wire.Event.@Nullable Started running;
  private boolean sawHang;

  Progress(List<Task> tasks) {
    this.tasks = List.copyOf(tasks);
    this.left = new ArrayList<>(tasks);
  }

  /** What no worker has finished yet. */
  List<Task> left() {
    return List.copyOf(left);
  }

  /** Whether a law ran into its time limit: its thread may spin on. */
  boolean sawHang() {
    return sawHang;
  }

  void note(Wire.Event event) {
    switch (event) {
      case Wire.Event.Started started -> running = started;
      case Wire.Event.Finished(String propertyClass, LawResult result) -> {
        running = null;
        sawHang |= result.verdict() == Verdict.HUNG;
        seen(propertyClass).put(result.law(), result);
      }
      case Wire.Event.Ended _ -> {
        // not the business of a single law
      }
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
  void lost(Verdict verdict, String sentence, boolean fresh) {
    Task culprit = culprit();
    if (fresh) {
      var laws = seen(culprit.propertyClass());
      if (running != null) {
        laws.put(running.law(), new LawResult(running.law(), verdict, sentence, Duration.ZERO));
        laws.putIfAbsent("", new LawResult("", verdict, NOT_RUN + sentence, Duration.ZERO));
      } else {
        laws.put("", new LawResult("", verdict, sentence, Duration.ZERO));
      }
    } else {
      seen.remove(culprit.propertyClass());
    }
    left.removeIf(task -> isDone(task) || (fresh && task.equals(culprit)));
    running = null;
  }

  private Task culprit() {
    if (running != null) {
      String name = outermost(running.propertyClass());
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
    return seen.computeIfAbsent(outermost(propertyClass), _ -> new LinkedHashMap<>());
  }

  private static String outermost(String binaryName) {
    int nested = binaryName.indexOf('$');
    return nested < 0 ? binaryName : binaryName.substring(0, nested);
  }

  /** Each law of each exercise, once. */
  List<TaskResult> results() {
    var results = new ArrayList<TaskResult>();
    for (Task task : tasks) {
      var laws = new LinkedHashMap<>(seen(task.propertyClass()));
      LawResult ofClass = laws.remove("");
      for (String law : task.laws()) {
        laws.putIfAbsent(law, missing(law, ofClass));
      }
      var sorted = new ArrayList<>(laws.values());
      sorted.sort(java.util.Comparator.comparing(LawResult::law));
      results.add(new TaskResult(task, sorted));
    }
    return results;
  }

  private static LawResult missing(String law, @Nullable LawResult ofClass) {
    return ofClass == null
        ? new LawResult(law, Verdict.FALSIFIED, NOT_RUN + "nobody knows why", Duration.ZERO)
        : new LawResult(law, ofClass.verdict(), ofClass.message(), Duration.ZERO);
  }
}
