package timeslice.workbook.run;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.Exercise;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.References.Shortcut;
import timeslice.workbook.text.PageWords;

/** Whether answers use what their exercise closes to them; looked up once a run. */
final class Shortcuts {
  private final Map<String, String> byExercise = new HashMap<>();

  /** One sentence that names the shortcut; empty when there is none. */
  String of(Exercise mark, Class<?> laws) {
    return byExercise.computeIfAbsent(mark.value(), id -> look(mark, laws));
  }

  private static String look(Exercise mark, Class<?> laws) {
    if (mark.closed().length == 0) {
      return "";
    }
    Set<String> answers = new HashSet<>();
    for (Class<?> answer : mark.answers()) {
      answers.add(answer.getName());
    }
    ClassLoader loader = laws.getClassLoader();
    List<Shortcut> found =
        References.shortcuts(
            answers,
            List.of(mark.closed()),
            name -> isAnswerToAnother(name, mark, loader),
            name -> readers(name) ? bytes(name, loader) : null);
    if (found.isEmpty()) {
      return "";
    }
    Shortcut first = found.getFirst();
    String key = mark.kind() == Exercise.Kind.PREDICT ? "law.shortcut.bet" : "law.shortcut";
    return PageWords.read().say(key, Frames.type(first.by()), first.used(), mark.value());
  }

  // The laws of X stand in XProperties: those that this run leaves out count as well.
  private static boolean isAnswerToAnother(String name, Exercise mark, ClassLoader loader) {
    if (!readers(name)) {
      return false;
    }
    try {
      Class<?> laws = Class.forName(Frames.outer(name) + "Properties", false, loader);
      return ExerciseId.markOf(laws).filter(m -> !m.value().equals(mark.value())).isPresent();
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static boolean readers(String name) {
    return name.startsWith("timeslice.lab.");
  }

  private static byte @Nullable [] bytes(String name, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      return null;
    }
  }
}
