package timeslice.solutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.harness.Task;

/** The contract's last words: what was checked. */
public final class Summary implements TestExecutionListener {
  private static final SortedMap<String, Integer> LAWS = new TreeMap<>();
  private static final SortedMap<String, String> CAUGHT = new TreeMap<>();
  private static final SortedSet<String> IN_PROGRESS = new TreeSet<>();

  static synchronized void exercises(Collection<Task> tasks) {
    tasks.forEach(task -> LAWS.put(task.propertyClass(), task.laws().size()));
  }

  static synchronized void caught(Misconception one, Collection<String> laws) {
    CAUGHT.put(one.toString(), one.believes() + "\n    caught by " + String.join(", ", laws));
  }

  static synchronized void inProgress(Collection<String> files) {
    IN_PROGRESS.addAll(files);
  }

  @Override
  public void testPlanExecutionFinished(TestPlan plan) {
    if (LAWS.isEmpty()) {
      return;
    }
    Workbook.HARNESS.close();
    write();
    String open = Workbook.open().stream().map(Lab::name).collect(Collectors.joining(", "));
    String later =
        Workbook.labs().stream()
            .filter(lab -> !Workbook.open().contains(lab))
            .map(Lab::name)
            .collect(Collectors.joining(", "));
    var text = new StringBuilder();
    text.append("\nTimeslice: what was checked\n");
    text.append("  ").append(LAWS.size()).append(" exercises, ");
    text.append(LAWS.values().stream().mapToInt(Integer::intValue).sum()).append(" properties, ");
    text.append("solutions green for ").append(Workbook.seeds().size()).append(" seeds\n");
    text.append("  ").append(CAUGHT.size()).append(" misconceptions caught in every run\n");
    text.append("  labs open: ").append(open);
    text.append(later.isEmpty() ? "\n" : "; opening later: " + later + "\n");
    text.append("  (a lab's own `mvn test` is red until you solve it: that is by design)\n");
    if (!IN_PROGRESS.isEmpty()) {
      text.append("  in progress, and left alone:\n");
      IN_PROGRESS.forEach(file -> text.append("    ").append(file).append('\n'));
    }
    System.out.println(text);
  }

  /** For those who want to know which law caught what. */
  private static void write() {
    var text = new StringBuilder();
    CAUGHT.forEach((name, what) -> text.append(name).append("\n    ").append(what).append('\n'));
    Path target = Workbook.ROOT.resolve("solutions/target");
    try {
      Files.createDirectories(target);
      Files.writeString(target.resolve("misconceptions.txt"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
