package timeslice.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import timeslice.workbook.Exercise;
import timeslice.workbook.harness.Bench;
import timeslice.workbook.harness.Harness;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.harness.Report;
import timeslice.workbook.harness.Settings;
import timeslice.workbook.harness.Sources;
import timeslice.workbook.harness.Task;
import timeslice.workbook.harness.TaskResult;

/** Solutions are right: every law holds on the reference answers, whatever the seed. */
class SolutionsTest {

  @TestFactory
  Stream<DynamicNode> solutionsAreRight() {
    return Workbook.open().stream().map(lab -> dynamicContainer(lab.name(), of(lab)));
  }

  private static Stream<DynamicNode> of(Lab lab) {
    Bench bench = Workbook.solutions(lab);
    Summary.exercises(bench.tasks());
    var tests = new ArrayList<DynamicNode>();
    tests.add(dynamicTest("they compile", () -> assertThat(bench.errors()).isEmpty()));
    tests.add(dynamicTest("there is one for each skeleton", () -> areComplete(lab, bench)));
    for (Task task : bench.tasks()) {
      tests.add(dynamicTest(task.id() + " is well formed", () -> isWellFormed(task, bench)));
    }
    for (String seed : Workbook.seeds()) {
      var running = new ArrayList<Later<Report>>();
      for (Task task : bench.tasks()) {
        running.add(Later.of(() -> Workbook.HARNESS.run(bench, List.of(task), seed, false)));
      }
      for (int i = 0; i < running.size(); i++) {
        Later<Report> report = running.get(i);
        tests.add(
            dynamicTest(
                bench.tasks().get(i).id() + " with seed " + seed, () -> isGreen(report.get())));
      }
    }
    tests.add(dynamicTest("on one CPU too", () -> isGreenOnOneCpu(bench)));
    return tests.stream();
  }

  private static void isGreenOnOneCpu(Bench bench) {
    var oneCpu = Settings.standard().withLanes(1).withFlag("-XX:ActiveProcessorCount=1");
    try (var harness = new Harness(oneCpu)) {
      isGreen(harness.run(bench, Workbook.seeds().getFirst()));
    }
  }

  private static void isGreen(Report report) {
    assertThat(report.errors()).isEmpty();
    for (TaskResult task : report.tasks()) {
      assertThat(task.failures())
          .as("laws that the reference answer to " + task.task().id() + " breaks")
          .isEmpty();
      assertThat(task.passed()).as(task.task().id() + " has laws").isTrue();
    }
  }

  private static void areComplete(Lab lab, Bench bench) {
    var asked = new TreeSet<String>();
    bench.tasks().forEach(task -> task.answers().forEach(it -> asked.add(Skeletons.file(it))));
    var answered = new TreeSet<>(Sources.in(Workbook.answers(lab)).texts().keySet());
    answered.removeIf(path -> path.endsWith("/package-info.java"));
    assertThat(answered).as("answers in solutions, against what exercises name").isEqualTo(asked);
    var skeletons = new TreeSet<>(Sources.in(lab.answers()).texts().keySet());
    assertThat(skeletons).as("skeletons").containsAll(asked);
  }

  private static void isWellFormed(Task task, Bench bench) {
    assertThat(bench.tasks().stream().filter(it -> it.id().equals(task.id())))
        .as("property classes of " + task.id())
        .hasSize(1);
    assertThat(task.propertyClass())
        .as("an exercise lives in the package of its chapter")
        .contains(".ch" + task.id().chapter() + ".");
    boolean predicts = task.kind() == Exercise.Kind.PREDICT;
    assertThat(task.id().number() == 0).as("number 0 is the prediction").isEqualTo(predicts);
    assertThat(task.weight() == 0).as("a prediction weighs nothing").isEqualTo(predicts);
    if (task.kind() == Exercise.Kind.BUILD) {
      assertThat(task.laws()).as("laws and examples: at least two and one").hasSizeGreaterThan(2);
    }
  }
}
