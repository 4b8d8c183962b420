package timeslice.workbook.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.ExerciseId;

/**
 * The chapters' texts of one lab, found where its tests are found, in the reader's language where
 * they exist in it and in English otherwise.
 */
public final class Library {
  private final ClassLoader loader;
  private final boolean korean;
  private final Map<Integer, Chapter> read = new TreeMap<>();

  /** The texts that a lab's class loader sees. */
  public Library(ClassLoader loader, boolean korean) {
    this.loader = loader;
    this.korean = korean;
  }

  /** The text of a chapter; one without title and exercises when there is none. */
  public Chapter chapter(int number) {
    return read.computeIfAbsent(
        number,
        n -> {
          String markdown = text(file(n, "README"));
          return markdown == null ? Chapter.without(n) : ChapterText.chapter(n, markdown);
        });
  }

  /** The file to read, for example {@code ch2/README.ko.md}; empty when there is none. */
  public String file(int chapter, String name) {
    String inKorean = "ch" + chapter + "/" + name + ".ko.md";
    if (korean && exists(inKorean)) {
      return inKorean;
    }
    String english = "ch" + chapter + "/" + name + ".md";
    return exists(english) ? english : "";
  }

  /** The file with hints for an exercise; empty when there are none for it. */
  public String hints(ExerciseId id) {
    String file = file(id.chapter(), "hints");
    String markdown = text(file);
    return markdown == null || !ChapterText.hints(markdown).containsKey(id) ? "" : file;
  }

  private boolean exists(String file) {
    return loader.getResource(file) != null;
  }

  private @Nullable String text(String file) {
    if (file.isEmpty()) {
      return null;
    }
    try (InputStream in = loader.getResourceAsStream(file)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return null;
    }
  }
}
