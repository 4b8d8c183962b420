package timeslice.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * A schedule as text: a column for each thread, a row for each step, at most 80 columns of
 * characters. Long words go on in the next row; with more threads than fit side by side, each row
 * names its thread instead.
 */
public final class SchedulePicture {
  private static final int WIDTH = 80;
  private static final int NARROWEST = 12;
  private static final String GAP = "  ";

  private final StringBuilder text = new StringBuilder();
  private final int margin;
  private final int columns;
  private final int columnWidth;

  private SchedulePicture(Replay replay) {
    margin = String.valueOf(replay.steps().size()).length();
    int each = (WIDTH - margin) / replay.threads() - GAP.length();
    columns = each < NARROWEST ? 1 : replay.threads();
    columnWidth = (WIDTH - margin) / columns - GAP.length();
  }

  /** The picture of a schedule of a program. */
  public static String of(StepModel model, List<Integer> schedule) {
    return of(Replay.of(model, schedule));
  }

  /** The picture of a schedule that was run again; every line ends with a newline. */
  public static String of(Replay replay) {
    SchedulePicture picture = new SchedulePicture(replay);
    if (picture.columns > 1) {
      StringBuilder head = new StringBuilder(" ".repeat(picture.margin));
      for (int thread = 0; thread < replay.threads(); thread++) {
        picture.padTo(head, thread).append("thread ").append(thread);
      }
      picture.text.append(head).append('\n');
    }
    int number = 0;
    for (Replay.Step step : replay.steps()) {
      picture.row(String.valueOf(++number), step);
    }
    for (Replay.Step step : replay.waiting()) {
      picture.row("", step);
    }
    return picture.text.toString();
  }

  private void row(String number, Replay.Step step) {
    String words = columns > 1 ? step.words() : "thread " + step.thread() + ": " + step.words();
    String before = " ".repeat(margin - number.length()) + number;
    for (String part : wrapped(words)) {
      StringBuilder line = new StringBuilder(before);
      padTo(line, columns > 1 ? step.thread() : 0).append(part);
      text.append(line).append('\n');
      before = " ".repeat(margin);
    }
  }

  private StringBuilder padTo(StringBuilder line, int column) {
    int start = margin + GAP.length() + column * (columnWidth + GAP.length());
    return line.append(" ".repeat(start - line.length()));
  }

  /** The words in parts that fit a column, broken at a space where there is one. */
  private List<String> wrapped(String words) {
    List<String> parts = new ArrayList<>();
    String rest = words;
    while (rest.length() > columnWidth) {
      int space = rest.lastIndexOf(' ', columnWidth);
      int end = space > 0 ? space : columnWidth;
      parts.add(rest.substring(0, end));
      rest = rest.substring(end).strip();
    }
    parts.add(rest);
    return parts;
  }
}
