package timeslice.solutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.harness.Sources;

/** One plausible wrong answer: {@code solutions/LAB/misconceptions/EXERCISE/SLUG/…java}. */
record Misconception(Lab lab, ExerciseId exercise, Path folder) {
  private static final Pattern FIRST_JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  /** All of a lab, by exercise and name. */
  static List<Misconception> of(Lab lab) {
    var all = new ArrayList<Misconception>();
    for (Path exercise : folders(Workbook.misconceptions(lab))) {
      ExerciseId id = ExerciseId.parse(exercise.getFileName().toString());
      folders(exercise).forEach(slug -> all.add(new Misconception(lab, id, slug)));
    }
    return all;
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (var entries = Files.list(parent)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For example {@code 2.1 lookup-is-no-use}. */
  String name() {
    return exercise + " " + folder.getFileName();
  }

  Sources sources() {
    return Sources.in(folder);
  }

  /** The first sentence or so of its first Javadoc, on one line. */
  String believes() {
    for (String text : sources().texts().values()) {
      var javadoc = FIRST_JAVADOC.matcher(text);
      if (javadoc.find()) {
        return javadoc.group(1).replaceAll("\\s*\\n\\s*\\*", " ").strip().replaceAll("\\s+", " ");
      }
    }
    return "";
  }

  @Override
  public String toString() {
    return Workbook.relative(folder);
  }
}
