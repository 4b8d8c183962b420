package timeslice.workbook.page;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.run.Verdict;
import timeslice.workbook.run.Verdict.Argument;

/**
 * The reader's first answers to the predictions, kept in a small file of the lab.
 *
 * <p>The file is the reader's: lines are only ever added at its end, one for a prediction that has
 * none yet. What cannot be read or written is left alone.
 */
final class Bets {
  private final @Nullable Path file;
  private final Map<String, String> first = new TreeMap<>();
  private boolean usable;

  /** The bets in a file; without a file, none are kept. */
  Bets(@Nullable Path file) {
    this.file = file;
    if (file == null) {
      return;
    }
    usable = true;
    if (Files.exists(file)) {
      Properties properties = new Properties();
      try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(in);
      } catch (IOException | IllegalArgumentException e) {
        usable = false;
      }
      properties.stringPropertyNames().forEach(k -> first.put(k, properties.getProperty(k)));
    }
  }

  /** The file that the build names in {@code timeslice.bets}; none elsewhere. */
  static Bets ofThisLab() {
    String name = System.getProperty("timeslice.bets", "").strip();
    return new Bets(name.isEmpty() ? null : Path.of(name));
  }

  /** The first bet of a prediction, when today's answer is another one. */
  @Nullable String changed(String exercise, Argument today) {
    String bet = first.get(key(exercise, today));
    return bet == null || bet.equals(today.value()) ? null : bet;
  }

  /** Keeps the answers of a prediction that has none yet. */
  void keep(Verdict prediction) {
    StringBuilder lines = new StringBuilder();
    for (Argument today : prediction.example()) {
      String key = key(prediction.exercise(), today);
      if (first.putIfAbsent(key, today.value()) == null) {
        lines.append(key).append(" = ").append(today.value().replace("\\", "\\\\")).append('\n');
      }
    }
    if (usable && file != null && !lines.isEmpty()) {
      append(file, lines);
    }
  }

  private void append(Path to, StringBuilder lines) {
    try {
      Path folder = to.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      if (Files.exists(to) && !Files.readString(to).endsWith("\n") && Files.size(to) > 0) {
        lines.insert(0, '\n');
      }
      Files.writeString(to, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      usable = false;
    }
  }

  private static String key(String exercise, Argument today) {
    return exercise + "." + today.name();
  }
}
