package timeslice.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import timeslice.workbook.Exercise;
import timeslice.workbook.harness.Bench;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.harness.LawResult;
import timeslice.workbook.harness.Report;
import timeslice.workbook.harness.Task;

/** Laws have teeth: each wrong answer is caught by its own exercise, in every run. */
class MisconceptionsTest {

  @TestFactory
  Stream<DynamicNode> misconceptionsAreCaught() {
    return Workbook.open().stream().map(lab -> dynamicContainer(lab.name(), of(lab)));
  }

  /** What a misconception came to: its own errors, and a report for each seed. */
  private record Trial(List<String> errors, Map<String, Report> reports) {}

  private static Stream<DynamicNode> of(Lab lab) {
    Bench bench = Workbook.solutions(lab);
    List<Misconception> all = Misconception.of(lab);
    var tests = new ArrayList<DynamicNode>();
    for (Task task : bench.tasks()) {
      long count = all.stream().filter(one -> one.exercise().equals(task.id())).count();
      int least = task.kind() == Exercise.Kind.BUILD ? 3 : 1;
      tests.add(
          dynamicTest(
              task.id() + " has " + count + " misconceptions",
              () ->
                  assertThat(count)
                      .as("misconceptions of " + task.id())
                      .isGreaterThanOrEqualTo(least)));
    }
    var running = new LinkedHashMap<Misconception, Later<Trial>>();
    for (Misconception one : all) {
      running.put(one, Later.of(() -> tryOut(bench, one)));
    }
    running.forEach(
        (one, trial) -> tests.add(dynamicTest(one.name(), () -> check(bench, one, trial.get()))));
    return tests.stream();
  }

  private static Trial tryOut(Bench solutions, Misconception one) {
    Bench wrong = Workbook.HARNESS.overlay(solutions, one.sources());
    var reports = new LinkedHashMap<String, Report>();
    List<Task> own =
        solutions.tasks().stream().filter(task -> task.id().equals(one.exercise())).toList();
    if (wrong.errors().isEmpty() && !own.isEmpty()) {
      List<Task> enough = own;
      for (String seed : Workbook.seeds()) {
        Report report = Workbook.HARNESS.run(wrong, enough, seed, false);
        if (caught(report).isEmpty() && !enough.equals(own)) {
          report = Workbook.HARNESS.run(wrong, own, seed, false);
        }
        reports.put(seed, report);
        enough = fastest(report).map(law -> List.of(own.getFirst().only(List.of(law)))).orElse(own);
      }
    }
    return new Trial(wrong.errors(), reports);
  }

  private static List<LawResult> caught(Report report) {
    return report.tasks().getFirst().caught();
  }

  /** The law that caught it in the shortest time: for the next seeds it alone may do. */
  private static Optional<String> fastest(Report report) {
    return caught(report).stream().min(Comparator.comparing(LawResult::took)).map(LawResult::law);
  }

  private static void check(Bench bench, Misconception one, Trial trial) {
    Task task = bench.task(one.exercise());
    assertThat(trial.errors()).as("compile errors of " + one).isEmpty();
    var own = task.answers().stream().map(Skeletons::file).toList();
    assertThat(one.sources().texts().keySet())
        .as("files of " + one + ": the answers to " + task.id() + " and nothing else")
        .isNotEmpty()
        .isSubsetOf(own);
    assertThat(one.believes()).as("the first Javadoc of " + one).startsWith("Believes ");
    var laws = new TreeSet<String>();
    trial
        .reports()
        .forEach(
            (seed, report) -> {
              List<LawResult> caught = caught(report);
              assertThat(caught)
                  .as(
                      "laws of %s that catch %s with seed %s; all said: %s",
                      task.id(), one, seed, report.tasks().getFirst().laws())
                  .isNotEmpty();
              caught.forEach(law -> laws.add(law.law()));
            });
    Summary.caught(one, laws);
  }
}
