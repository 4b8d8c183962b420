package timeslice.workbook.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import timeslice.workbook.ExerciseId;

/**
 * What the page needs of one chapter's text, in one language.
 *
 * @param number 0 or more
 * @param title its heading as written, for example "Chapter 2 · The TLB"; empty without a text
 * @param minutes what the text says it takes; 0 when it does not say
 * @param exercises in the order of the text
 */
public record Chapter(int number, String title, int minutes, List<Section> exercises) {

  public Chapter {
    exercises = List.copyOf(exercises);
  }

  /**
   * The section of one exercise.
   *
   * @param id for example 2.1
   * @param title without id and star
   * @param star whether the text marks it as one that a hurried reader may skip
   * @param minutes what the text says it takes; 0 when it does not say
   * @param file the file to write, as the text names it; empty when it does not
   * @param laws law sentences by the name of the property method, in the order of the text
   */
  public record Section(
      ExerciseId id,
      String title,
      boolean star,
      int minutes,
      String file,
      Map<String, String> laws) {}

  /** A chapter that has no text. */
  public static Chapter without(int number) {
    return new Chapter(number, "", 0, List.of());
  }

  /** The section of an exercise. */
  public Optional<Section> section(ExerciseId id) {
    return exercises.stream().filter(s -> s.id().equals(id)).findFirst();
  }
}
