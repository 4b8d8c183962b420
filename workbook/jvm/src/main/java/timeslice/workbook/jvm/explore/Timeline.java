package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * One schedule, told from top to bottom: a column for each thread, a row for each step.
 *
 * @param columns the names of the threads
 * @param rows what happened, in this order
 */
public record Timeline(List<String> columns, List<Row> rows) {
  private static final int WIDTH = 80;
  private static final int GAP = 2;
  private static final int NARROWEST = 14;
  private static final int MOST_LINES = 24;
  private static final int FIRST_LINES = 6;

  /**
   * Something in a thread's column.
   *
   * @param step which step of the schedule it was, from 1; 0 for a remark between steps
   */
  public record Row(int step, int thread, String words) {}

  /** Both lists are copied. */
  public Timeline {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** As text about 80 columns wide; many rows are cut in the middle. */
  @Override
  public String toString() {
    int digits = String.valueOf(rows.size()).length();
    int margin = 1 + Math.max(2, digits) + GAP;
    int width = Math.max(NARROWEST, (WIDTH - margin) / Math.max(1, columns.size()) - GAP);
    var head = new StringBuilder(" ".repeat(margin));
    for (String column : columns) {
      head.append(column).append(" ".repeat(Math.max(1, width + GAP - column.length())));
    }
    var lines = new ArrayList<String>();
    for (Row row : rows) {
      String number = row.step() == 0 ? "" : String.valueOf(row.step());
      for (String part : wrapped(row.words(), width)) {
        lines.add(
            " ".repeat(margin - GAP - number.length())
                + number
                + " ".repeat(GAP + row.thread() * (width + GAP))
                + part);
        number = "";
      }
    }
    return head.toString().stripTrailing() + "\n" + String.join("\n", cut(lines));
  }

  private static List<String> cut(List<String> lines) {
    if (lines.size() <= MOST_LINES) {
      return lines;
    }
    int last = MOST_LINES - FIRST_LINES - 1;
    var kept = new ArrayList<>(lines.subList(0, FIRST_LINES));
    kept.add(" … (" + (lines.size() - FIRST_LINES - last) + " lines)");
    kept.addAll(lines.subList(lines.size() - last, lines.size()));
    return kept;
  }

  private static List<String> wrapped(String words, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : words.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(' ');
      }
      line.append(line.toString().isBlank() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Listens to a schedule. */
  static final class Builder {
    private final List<String> columns = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private int steps;
    private boolean ended;

    void columns(List<String> names) {
      columns.addAll(names);
    }

    void step(int thread, String words) {
      if (!ended) {
        rows.add(new Row(++steps, thread, words));
      }
    }

    void remark(int thread, String words) {
      if (!ended) {
        rows.add(new Row(0, thread, "(" + words + ")"));
      }
    }

    /** What follows does not belong to the schedule. */
    void end() {
      ended = true;
    }

    /** Only the first steps belong to the schedule. */
    void cut(int kept) {
      rows.removeIf(row -> row.step() > kept);
      steps = kept;
    }

    Timeline build() {
      return new Timeline(columns, rows);
    }
  }
}
