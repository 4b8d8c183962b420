package timeslice.workbook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chapter and number of an exercise, written {@code 2.1}; number 0 is the chapter's prediction.
 *
 * @param chapter 0 or more
 * @param number 0 or more
 */
public record ExerciseId(int chapter, int number) implements Comparable<ExerciseId> {

  public ExerciseId {
    if (chapter < 0 || number < 0) {
      throw new IllegalArgumentException(
          "chapter and number of an exercise are 0 or more, got " + chapter + "." + number);
    }
  }

  /** The id written as {@code "2.1"}. */
  public static ExerciseId parse(String text) {
    int dot = text.indexOf('.');
    try {
      return new ExerciseId(
          Integer.parseInt(text.substring(0, Math.max(dot, 0))),
          Integer.parseInt(text.substring(dot + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "an exercise id is chapter.number, like 2.1, got \"" + text + "\"", e);
    }
  }

  /** The mark of a property class; a nested class has the one of the class around it. */
  public static Optional<Exercise> markOf(@Nullable Class<?> properties) {
    for (Class<?> c = properties; c != null; c = c.getEnclosingClass()) {
      Exercise mark = c.getAnnotation(Exercise.class);
      if (mark != null) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(ExerciseId other) {
    int byChapter = Integer.compare(chapter, other.chapter);
    return byChapter != 0 ? byChapter : Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return chapter + "." + number;
  }
}
