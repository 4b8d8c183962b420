package timeslice.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.run.References;

/** No law sleeps, reads a clock, draws chance that is not jqwik's, or judges by statistics. */
class LawsTest {
  private static final Set<String> FORBIDDEN_MEMBERS =
      Set.of(
          "java.lang.Thread.sleep",
          "java.util.concurrent.TimeUnit.sleep",
          "java.util.concurrent.locks.LockSupport.parkNanos",
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis",
          "java.lang.Math.random",
          "java.util.concurrent.ThreadLocalRandom.current");
  private static final Set<String> FORBIDDEN_TYPES =
      Set.of(
          "net.jqwik.api.statistics.Statistics",
          "net.jqwik.api.lifecycle.BeforeContainer",
          "org.junit.jupiter.api.Test",
          "java.time.Clock",
          "java.time.Instant");

  @TestFactory
  Stream<DynamicNode> lawsDependOnNothingButTheAnswer() {
    return Workbook.open().stream()
        .map(lab -> dynamicTest(lab.name(), () -> dependOnNothingButTheAnswer(lab)));
  }

  private static void dependOnNothingButTheAnswer(Lab lab) {
    var found = new TreeSet<String>();
    Workbook.solutions(lab)
        .laws()
        .classes()
        .forEach(
            (name, bytes) -> {
              for (String member : References.members(bytes)) {
                if (FORBIDDEN_MEMBERS.contains(member)) {
                  found.add(name + " uses " + member);
                }
              }
              for (String type : References.classes(bytes)) {
                if (FORBIDDEN_TYPES.contains(type)) {
                  found.add(name + " uses " + type);
                }
              }
            });
    assertThat(found).isEmpty();
  }
}
