package timeslice.picture;

import java.util.List;

/** Draws a switch step by step as a table: a row for each step, and what changed in it is lit. */
public final class SwitchFigure {
  private static final int LEFT = 200;
  private static final int TOP = 56;
  private static final int ROW = 34;
  private static final int WIDTH = 720;

  private SwitchFigure() {}

  /**
   * The state after one step.
   *
   * @param step key of the words that name the step
   * @param cells what stands in each column then
   */
  public record Moment(String step, List<String> cells) {}

  /**
   * As SVG; words, each after {@code switch.}: {@code label}, {@code column.0} …, and the key of
   * each step.
   */
  public static String svg(List<Moment> moments, Words words) {
    int columns = moments.getFirst().cells().size();
    double width = (double) (WIDTH - LEFT - 12) / columns;
    Svg svg = new Svg(WIDTH, TOP + ROW * moments.size() + 12, words.say("switch.label"));
    for (int column = 0; column < columns; column++) {
      double middle = LEFT + column * width + width / 2;
      svg.text(middle, TOP - 14, 13, "middle", "dim", words.say("switch.column." + column));
    }
    for (int row = 0; row < moments.size(); row++) {
      double y = TOP + ROW * row;
      svg.text(12, y + 22, 13, "start", "ink", words.say("switch." + moments.get(row).step()));
      for (int column = 0; column < columns; column++) {
        String cell = moments.get(row).cells().get(column);
        boolean changed = row > 0 && !moments.get(row - 1).cells().get(column).equals(cell);
        double x = LEFT + column * width;
        svg.rect(x + 2, y + 2, width - 4, ROW - 4, changed ? "now" : "paper", "line");
        svg.text(x + width / 2, y + 22, 13, "middle", "ink", cell);
      }
    }
    return svg.end();
  }
}
