package timeslice.workbook.page;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal, where a Hangul syllable is as wide as two letters. */
final class Columns {
  private Columns() {}

  static int width(String text) {
    return text.codePoints().map(Columns::width).sum();
  }

  private static int width(int c) {
    boolean wide =
        (c >= 0x1100 && c <= 0x115F)
            || (c >= 0x2E80 && c <= 0xA4CF)
            || (c >= 0xAC00 && c <= 0xD7A3)
            || (c >= 0xF900 && c <= 0xFAFF)
            || (c >= 0xFF00 && c <= 0xFF60)
            || (c >= 0x1F300 && c <= 0x1FAFF);
    return wide ? 2 : 1;
  }

  static String pad(String text, int columns) {
    return text + " ".repeat(Math.max(0, columns - width(text)));
  }

  /** The text itself when it fits, else its beginning and "…". */
  static String shorten(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    int used = 0;
    int i = 0;
    while (used + width(text.codePointAt(i)) < columns) {
      used += width(text.codePointAt(i));
      i += Character.charCount(text.codePointAt(i));
    }
    return text.substring(0, i).stripTrailing() + "…";
  }

  /** Lines no wider than so many columns, broken at spaces; drawings keep their own lines. */
  static List<String> wrap(String text, int columns) {
    List<String> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String rest = line.stripTrailing();
      while (width(rest) > columns) {
        int end = end(rest, columns);
        lines.add(rest.substring(0, end).stripTrailing());
        rest = rest.substring(end).strip();
      }
      lines.add(rest);
    }
    return lines;
  }

  // The last space that fits; a word longer than a line is cut.
  private static int end(String text, int columns) {
    int used = 0;
    int space = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      used += width(c);
      if (used > columns) {
        return space > columns / 2 ? space : Math.max(i, 1);
      }
      if (c == ' ') {
        space = i;
      }
      i += Character.charCount(c);
    }
    return text.length();
  }
}
