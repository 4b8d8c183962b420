package timeslice.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import timeslice.workbook.harness.Bench;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.harness.Sources;
import timeslice.workbook.harness.Task;

/** No shortcut passes: an answer cannot call what the exercise closes to it. */
class ShortcutsTest {

  @TestFactory
  Stream<DynamicNode> noShortcutPasses() {
    return Workbook.open().stream().map(lab -> dynamicContainer(lab.name(), of(lab)));
  }

  private static Stream<DynamicNode> of(Lab lab) {
    Bench bench = Workbook.solutions(lab);
    var tests = new ArrayList<DynamicNode>();
    for (Task task : bench.tasks()) {
      if (!task.closed().isEmpty()) {
        tests.add(
            dynamicTest(
                task.id() + " is answered without what is closed to it",
                () -> assertThat(bench.shortcuts(task)).isEmpty()));
        tests.add(
            dynamicTest(
                task.id() + " refuses an answer that uses it",
                () -> refusesShortcuts(bench, task)));
      }
    }
    return tests.stream();
  }

  private static void refusesShortcuts(Bench bench, Task task) {
    for (String closed : task.closed()) {
      List<String> types = publicTypes(closed);
      assertThat(types)
          .as("classes of " + closed + ", which is closed to " + task.id())
          .isNotEmpty();
      Sources shortcut = shortcut(task.answers().getFirst(), types.getFirst());
      Bench cheated = Workbook.HARNESS.overlay(bench, shortcut);
      assertThat(cheated.errors()).isEmpty();
      assertThat(cheated.shortcuts(task)).anyMatch(it -> it.used().equals(types.getFirst()));
    }
  }

  /** A class of that name, or those of a package of that name. */
  private static List<String> publicTypes(String closed) {
    return Rooms.CORE.stream()
        .filter(type -> type.getName().equals(closed) || type.getPackageName().equals(closed))
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .map(JavaClass::getName)
        .filter(name -> !name.contains("$"))
        .sorted()
        .toList();
  }

  /** Somebody hides it in a helper class. */
  private static Sources shortcut(String answer, String closed) {
    int dot = answer.lastIndexOf('.');
    String name = answer.substring(dot + 1);
    String text =
        "package %s; public class %s { public Object of() { return new Shortcut(); } }"
            .formatted(answer.substring(0, dot), name);
    String helper =
        "package %s; class Shortcut { %s hidden; }".formatted(answer.substring(0, dot), closed);
    String folder = answer.substring(0, dot).replace('.', '/');
    return new Sources(
        new TreeMap<>(
            Map.of(folder + "/" + name + ".java", text, folder + "/Shortcut.java", helper)));
  }
}
