package timeslice.picture;

import java.util.List;

/**
 * How many references miss as a TLB grows: one line a policy, the number at every point.
 *
 * <p>Words: {@code NAME.label}, {@code NAME.x}, {@code NAME.y}, and the name of each line under its
 * key, all below a prefix of the caller's choice.
 */
public final class MissCurveFigure {
  private static final int LEFT = 70;
  private static final int RIGHT = 600;
  private static final int TOP = 60;
  private static final int BOTTOM = 270;

  private MissCurveFigure() {}

  /**
   * One line.
   *
   * @param key its name's key among the words
   * @param color as in {@link Svg}
   * @param misses one number a size
   */
  public record Line(String key, String color, long[] misses) {}

  /** Draws the lines; {@code sizes} stand along the x axis, evenly apart. */
  public static String svg(String prefix, int[] sizes, List<Line> lines, Words words) {
    long most = 1;
    for (Line line : lines) {
      for (long misses : line.misses()) {
        most = Math.max(most, misses);
      }
    }
    Svg svg = new Svg(720, BOTTOM + 56, words.say(prefix + ".label"));
    svg.text(16, 24, 13, "start", "dim", words.say(prefix + ".y"));
    svg.line(LEFT - 20, BOTTOM, RIGHT + 20, BOTTOM, "line", 1);
    for (int i = 0; i < sizes.length; i++) {
      svg.text(x(i, sizes), BOTTOM + 20, 13, "middle", "ink", String.valueOf(sizes[i]));
    }
    svg.text((LEFT + RIGHT) / 2.0, BOTTOM + 44, 13, "middle", "dim", words.say(prefix + ".x"));
    for (int i = 0; i < lines.size(); i++) {
      line(svg, sizes, lines, i, most, words);
    }
    return svg.end();
  }

  private static void line(
      Svg svg, int[] sizes, List<Line> lines, int index, long most, Words words) {
    Line line = lines.get(index);
    long[] misses = line.misses();
    for (int i = 0; i < sizes.length; i++) {
      double y = y(misses[i], most);
      if (i > 0) {
        svg.line(x(i - 1, sizes), y(misses[i - 1], most), x(i, sizes), y, line.color(), 2);
      }
      svg.rect(x(i, sizes) - 3, y - 3, 6, 6, line.color(), "none");
    }
    // Points are labelled after all lines of this colour, and once where two lines meet.
    for (int i = 0; i < sizes.length; i++) {
      if (index > 0 && misses[i] == lines.getFirst().misses()[i]) {
        continue;
      }
      boolean below = index > 0 ? misses[i] < lines.getFirst().misses()[i] : isLower(lines, i);
      double y = y(misses[i], most) + (below ? 20 : -9);
      svg.text(x(i, sizes), y, 13, "middle", line.color(), String.valueOf(misses[i]));
    }
    double keyY = TOP + 10 + index * 22;
    svg.line(RIGHT + 30, keyY - 5, RIGHT + 50, keyY - 5, line.color(), 2);
    svg.text(RIGHT + 56, keyY, 13, "start", "ink", words.say(line.key()));
  }

  private static boolean isLower(List<Line> lines, int i) {
    return lines.size() > 1 && lines.get(0).misses()[i] < lines.get(1).misses()[i];
  }

  private static double x(int i, int[] sizes) {
    return sizes.length == 1 ? LEFT : LEFT + (double) (RIGHT - LEFT) * i / (sizes.length - 1);
  }

  private static double y(long misses, long most) {
    return BOTTOM - (double) (BOTTOM - TOP) * misses / most;
  }
}
