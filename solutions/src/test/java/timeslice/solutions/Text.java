package timeslice.solutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import timeslice.workbook.harness.Sources;

/** A Markdown file as its sections: what two languages must share, and what each may say freely. */
record Text(Path file, List<Section> sections) {
  private static final Pattern HEADING = Pattern.compile("(#{1,6}) +(.*)");
  private static final Pattern STAMP = Pattern.compile("<!-- en:([0-9a-f]{8}) -->");
  private static final Pattern ID = Pattern.compile("(\\d+\\.\\d+)( ★)?.*");
  private static final Pattern LAW = Pattern.compile("<!-- law: *(\\w+) *-->");
  private static final Pattern LIVE = Pattern.compile("<!-- live:(.*)-->");
  private static final Pattern IMAGE = Pattern.compile("!\\[[^]]*]\\(([^)\\s]+)[^)]*\\)");
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)[^)]*\\)");

  static Text of(Path file) {
    try {
      return new Text(file, sections(Files.readString(file).lines().toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Section> sections(List<String> lines) {
    var sections = new ArrayList<Section>();
    var current = new ArrayList<String>();
    String fence = "";
    for (String line : lines) {
      String bare = line.strip();
      if (fence.isEmpty() && HEADING.matcher(line).matches() && !current.isEmpty()) {
        sections.add(new Section(List.copyOf(current)));
        current.clear();
      }
      if (fence.isEmpty() && bare.startsWith("```")) {
        fence = bare.substring(0, bare.length() - bare.replaceFirst("^`+", "").length());
      } else if (!fence.isEmpty() && bare.equals(fence)) {
        fence = "";
      }
      current.add(line.stripTrailing());
    }
    if (!current.isEmpty()) {
      sections.add(new Section(List.copyOf(current)));
    }
    return sections;
  }

  /** From a heading to before the next one, whatever their levels. */
  record Section(List<String> lines) {

    /** The heading's words; the first line when the section is what stands before any heading. */
    String heading() {
      var heading = HEADING.matcher(lines.getFirst());
      return heading.matches() ? heading.group(2) : lines.getFirst();
    }

    /** 1 to 6; 0 for what stands before any heading. */
    int level() {
      var heading = HEADING.matcher(lines.getFirst());
      return heading.matches() ? heading.group(1).length() : 0;
    }

    /** What both languages must show in the same way: level, exercise id, star. */
    String shape() {
      var id = ID.matcher(heading());
      String exercise = id.matches() ? " " + id.group(1) + (id.group(2) == null ? "" : " ★") : "";
      return "#".repeat(level()) + exercise;
    }

    /** What a Korean section says of the English one it was written from; empty when unstamped. */
    String stamp() {
      var stamp = lines.size() > 1 ? STAMP.matcher(lines.get(1).strip()) : STAMP.matcher("");
      return stamp.matches() ? stamp.group(1) : "";
    }

    /** The first 8 hexadecimal digits of its SHA-256. */
    String hash() {
      int end = lines.size();
      while (end > 0 && lines.get(end - 1).isBlank()) {
        end--;
      }
      return Sources.sha256(String.join("\n", lines.subList(0, end))).substring(0, 8);
    }

    List<String> codeBlocks() {
      var blocks = new ArrayList<String>();
      StringBuilder open = null;
      for (String line : lines) {
        if (line.strip().startsWith("```")) {
          if (open == null) {
            open = new StringBuilder(line.strip()).append('\n');
          } else {
            blocks.add(open.toString());
            open = null;
          }
        } else if (open != null) {
          open.append(line).append('\n');
        }
      }
      return blocks;
    }

    List<String> laws() {
      return all(LAW);
    }

    List<String> live() {
      return all(LIVE);
    }

    List<String> images() {
      return all(IMAGE);
    }

    /** Links and images, outside of code. */
    List<String> links() {
      return all(LINK);
    }

    private List<String> all(Pattern pattern) {
      var found = new ArrayList<String>();
      boolean code = false;
      for (String line : lines) {
        if (line.strip().startsWith("```")) {
          code = !code;
        } else if (!code) {
          var matcher = pattern.matcher(line.replaceAll("`[^`]*`", ""));
          while (matcher.find()) {
            found.add(matcher.group(1).strip());
          }
        }
      }
      return found;
    }
  }
}
