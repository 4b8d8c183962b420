package timeslice.picture;

import java.util.List;
import timeslice.trace.Trace;

/**
 * Several runs of the same workload below each other on one time scale: for each its name, a lane
 * for each task, and when the last task ended.
 *
 * <p>Words, each after the picture's name and a dot: {@code label}; for each panel its key (a
 * title) and its key with {@code .note} (a few words below it); {@code end} (argument 0 is a time
 * with its unit); and what {@link TraceFigure} says of the colours.
 */
public final class ComparisonFigure {
  private static final int WIDTH = 720;
  private static final int LEFT = 176;
  private static final int RIGHT = WIDTH - 76;
  private static final int LANE = 9;
  private static final int GAP = 18;
  private static final int TOP = 18;

  private ComparisonFigure() {}

  /**
   * One run of a picture.
   *
   * @param key of its title, without the picture's name
   * @param cpus how many hardware threads the machine had
   */
  public record Panel(String key, Trace trace, int cpus) {}

  /** Draws these runs from top to bottom. */
  public static String svg(String name, List<Panel> panels, Words words) {
    long end = 1;
    int height = TOP;
    for (Panel panel : panels) {
      end = Math.max(end, Lives.end(panel.trace()));
      height += heightOf(panel) + GAP;
    }
    Svg svg = new Svg(WIDTH, height + 46, words.say(name + ".label"));
    TimeScale scale = new TimeScale(LEFT, RIGHT, end);
    scale.grid(svg, TOP - 6, height - 6);
    TaskLanes lanes = new TaskLanes(svg, scale, LANE);
    int top = TOP;
    for (Panel panel : panels) {
      draw(svg, scale, lanes, panel, top, name, words);
      top += heightOf(panel) + GAP;
    }
    scale.ruler(svg, height + 8);
    lanes.legend(16, WIDTH - 16, height + 34, name, words);
    return svg.end();
  }

  private static int heightOf(Panel panel) {
    return Math.max(36, Lives.count(panel.trace()) * LANE);
  }

  private static void draw(
      Svg svg, TimeScale scale, TaskLanes lanes, Panel panel, int top, String name, Words words) {
    int height = Lives.count(panel.trace()) * LANE;
    int middle = top + heightOf(panel) / 2;
    svg.text(16, middle - 2, 14, "start", "ink", words.say(name + "." + panel.key()));
    svg.text(16, middle + 14, 11, "start", "dim", words.say(name + "." + panel.key() + ".note"));
    lanes.draw(panel.trace(), top);
    long end = Lives.end(panel.trace());
    svg.line(scale.x(end), top - 4, scale.x(end), top + height + 4, "ink", 1.5);
    String text = words.say(name + ".end", TimeScale.text(end));
    svg.text(scale.x(end) + 6, middle + 4, 12, "start", "ink", text);
  }
}
