package timeslice.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import timeslice.workbook.Exercise;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.harness.Task;
import timeslice.workbook.text.Chapter;
import timeslice.workbook.text.ChapterText;

/** A chapter tells of each exercise and each law, in both languages, and of no other. */
class ChaptersTest {
  private static final List<String> LANGUAGES = List.of("", ".ko");

  @TestFactory
  Stream<DynamicNode> chaptersTellOfEveryExercise() {
    return Workbook.open().stream().map(lab -> dynamicContainer(lab.name(), of(lab)));
  }

  private static Stream<DynamicNode> of(Lab lab) {
    List<Task> tasks = Workbook.solutions(lab).tasks();
    var tests = new ArrayList<DynamicNode>();
    var numbers = new TreeSet<Integer>();
    tasks.forEach(task -> numbers.add(task.id().chapter()));
    for (int number : numbers) {
      List<Task> its = tasks.stream().filter(task -> task.id().chapter() == number).toList();
      Path folder = lab.folder().resolve("ch" + number);
      for (String language : LANGUAGES) {
        String readme = "README" + language + ".md";
        String hints = "hints" + language + ".md";
        tests.add(
            dynamicTest("ch" + number + "/" + readme, () -> tells(folder.resolve(readme), its)));
        tests.add(
            dynamicTest("ch" + number + "/" + hints, () -> hints(folder.resolve(hints), its)));
      }
    }
    return tests.stream();
  }

  private static void tells(Path readme, List<Task> tasks) throws IOException {
    assertThat(readme).exists();
    Chapter chapter =
        ChapterText.chapter(tasks.getFirst().id().chapter(), Files.readString(readme));
    assertThat(chapter.title()).as("the chapter's title").isNotBlank();
    assertThat(chapter.minutes()).as("minutes of the chapter").isPositive();
    assertThat(chapter.exercises().stream().map(Chapter.Section::id))
        .as("exercises that have a heading \"### N.N title\", against those that have laws")
        .isEqualTo(tasks.stream().map(Task::id).toList());
    for (Task task : tasks) {
      Chapter.Section section = chapter.section(task.id()).orElseThrow();
      assertThat(new TreeSet<>(section.laws().keySet()))
          .as(
              "laws of %s that have a sentence, against those in %s",
              task.id(), task.propertyClass())
          .isEqualTo(new TreeSet<>(task.laws()));
      assertThat(section.laws().values())
          .as("law sentences of " + task.id())
          .allSatisfy(sentence -> assertThat(sentence).isNotBlank());
      assertThat(section.star()).as("star of " + task.id()).isEqualTo(task.optional());
      assertThat(section.title()).as("title of " + task.id()).isNotBlank();
      if (task.kind() != Exercise.Kind.PREDICT) {
        assertThat(section.minutes()).as("minutes of " + task.id()).isPositive();
        assertThat(task.answers().stream().map(ChaptersTest::inText))
            .as("the file to write in " + task.id())
            .contains(section.file());
      }
    }
  }

  /** {@code ch2/LruTlb.java}. */
  private static String inText(String binaryName) {
    Path file = Path.of(Skeletons.file(binaryName));
    return file.getName(file.getNameCount() - 2) + "/" + file.getFileName();
  }

  private static void hints(Path file, List<Task> tasks) throws IOException {
    assertThat(file).exists();
    var hints = ChapterText.hints(Files.readString(file));
    var known = new TreeSet<ExerciseId>();
    for (Task task : tasks) {
      known.add(task.id());
      // Whoever is to bet needs no hint; there may be some all the same.
      if (task.kind() != Exercise.Kind.PREDICT || hints.containsKey(task.id())) {
        assertThat(hints.getOrDefault(task.id(), List.of()))
            .as("hints of " + task.id() + ", from nudge to nearly there")
            .hasSize(3);
      }
    }
    assertThat(known).as("exercises that have hints").containsAll(hints.keySet());
  }
}
