package timeslice.solutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.text.Chapter;
import timeslice.workbook.text.ChapterText;

/**
 * The table of contents in a lab's README, made of its chapters' texts: what stands between the
 * lines {@code <!-- contents -->} and {@code <!-- /contents -->}, below the table's two head lines.
 */
final class Contents {
  private static final Pattern TABLE =
      Pattern.compile(
          "(<!-- contents -->\\n+(?:\\|.*\\n){2})((?:\\|.*\\n)*)(\\n*<!-- /contents -->)");

  private Contents() {}

  /** The READMEs of a lab that have such a table, with what they should say. */
  static SortedMap<Path, String> of(Lab lab) {
    var files = new TreeMap<Path, String>();
    for (String name : new String[] {"README.md", "README.ko.md"}) {
      Path readme = lab.folder().resolve(name);
      if (Files.exists(readme)) {
        String text = read(readme);
        var table = TABLE.matcher(text);
        if (table.find()) {
          String rows = rows(lab, name);
          files.put(
              readme, text.substring(0, table.start(2)) + rows + text.substring(table.end(2)));
        }
      }
    }
    return files;
  }

  private static String rows(Lab lab, String name) {
    var rows = new StringBuilder();
    for (Path folder : Texts.chapters(lab)) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        String folderName = folder.getFileName().toString();
        int number = Integer.parseInt(folderName.substring(2));
        Chapter chapter = ChapterText.chapter(number, read(file));
        rows.append("| [").append(title(chapter)).append("](").append(folderName).append('/');
        rows.append(name).append(") | ");
        rows.append(chapter.minutes() == 0 ? "–" : chapter.minutes()).append(" | ");
        rows.append(
            chapter.exercises().stream().map(Contents::title).collect(Collectors.joining(" · ")));
        rows.append(" |\n");
      }
    }
    return rows.toString();
  }

  /** "Chapter 2 · The TLB" becomes "2 The TLB". */
  private static String title(Chapter chapter) {
    var parts = new ArrayList<>(java.util.List.of(chapter.title().split(" · ", 2)));
    return chapter.number() + " " + parts.getLast();
  }

  private static String title(Chapter.Section section) {
    return section.id() + (section.star() ? " ★ " : " ") + section.title();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
