package timeslice.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import timeslice.workbook.harness.Bench;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.harness.Report;
import timeslice.workbook.harness.Task;
import timeslice.workbook.run.Verdict.State;

/** Skeletons are honest: they compile, and every law is red on them because of {@code Todo}. */
class SkeletonsTest {

  @TestFactory
  Stream<DynamicNode> skeletonsAreHonest() {
    return Workbook.open().stream().map(lab -> dynamicContainer(lab.name(), of(lab)));
  }

  private static Stream<DynamicNode> of(Lab lab) {
    List<String> changed = Skeletons.changed(lab);
    Summary.inProgress(changed);
    Bench bench = Workbook.shipped(lab);
    if (!bench.errors().isEmpty() && !changed.isEmpty() && !Workbook.strict()) {
      return Stream.of(dynamicTest("in progress: does not compile yet", () -> {}));
    }
    var tests = new ArrayList<DynamicNode>();
    tests.add(dynamicTest("compiles as shipped", () -> assertThat(bench.errors()).isEmpty()));
    List<Task> untouched =
        bench.tasks().stream()
            .filter(task -> Skeletons.files(lab, task).stream().noneMatch(changed::contains))
            .toList();
    Later<Report> report = Later.of(() -> Workbook.HARNESS.run(bench, untouched, "42", false));
    for (Task task : bench.tasks()) {
      tests.add(
          untouched.contains(task)
              ? dynamicTest(task.id() + " is not written yet", () -> isHonest(task, report.get()))
              : dynamicTest(task.id() + " is in progress", () -> {}));
    }
    return tests.stream();
  }

  private static void isHonest(Task task, Report report) {
    var result = report.tasks().stream().filter(r -> r.task().equals(task)).findFirst();
    assertThat(result).as("result of " + task.id()).isPresent();
    assertThat(result.get().laws())
        .as("laws of " + task.id() + " on the untouched skeleton: each must say 'not written yet'")
        .isNotEmpty()
        .allSatisfy(law -> assertThat(law.state()).as("%s", law).isEqualTo(State.NOT_WRITTEN));
  }

  @TestFactory
  Stream<DynamicNode> skeletonsAreAsTheListSays() {
    return Workbook.open().stream()
        .map(
            lab ->
                dynamicTest(
                    lab.name(),
                    () -> {
                      if (Workbook.strict()) {
                        assertThat(Skeletons.changed(lab))
                            .as("files that differ from %s; %s", Skeletons.LIST, Generate.DUE)
                            .isEmpty();
                      }
                    }));
  }
}
