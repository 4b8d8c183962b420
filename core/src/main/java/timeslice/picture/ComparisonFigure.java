package timeslice.picture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import timeslice.trace.Trace;

/**
 * Several runs of the same workload below each other on one time scale: for each its name, a lane
 * for each task, and when the last task ended.
 *
 * <p>Words, each after the picture's name and a dot: {@code label}; {@code lead} (one line above
 * all); for each panel its key (a title) and its key with {@code .note} (a few words below it);
 * {@code end} (argument 0 is a time with its unit); and {@code state.…} as in {@link TraceFigure}.
 */
public final class ComparisonFigure {
  private static final int WIDTH = 720;
  private static final int MARGIN = 16;
  private static final int LEFT = 176;
  private static final int RIGHT = WIDTH - 76;
  private static final int TOP = 52;
  private static final int LANE = 9;
  private static final int LEAST = 36;
  private static final int GAP = 18;

  private final String name;
  private final Words words;
  private final TimeScale scale;
  private final Svg svg;

  private ComparisonFigure(String name, Words words, TimeScale scale, Svg svg) {
    this.name = name;
    this.words = words;
    this.scale = scale;
    this.svg = svg;
  }

  /** One run of a picture; its key is that of its title, without the picture's name. */
  public record Panel(String key, Trace trace) {}

  /** Draws these runs from top to bottom. */
  public static String svg(String name, List<Panel> panels, Words words) {
    long end = 1;
    int bottom = TOP;
    for (Panel panel : panels) {
      end = Math.max(end, Lives.end(panel.trace()));
      bottom += height(panel) + GAP;
    }
    TimeScale scale = new TimeScale(LEFT, RIGHT, end);
    List<TaskLanes> lanes = new ArrayList<>();
    Set<Look> looks = EnumSet.noneOf(Look.class);
    for (Panel panel : panels) {
      lanes.add(new TaskLanes(panel.trace(), scale));
      looks.addAll(lanes.getLast().looks());
    }
    Legend legend = new Legend(looks, MARGIN, WIDTH - MARGIN, name, words);
    Svg svg = new Svg(WIDTH, bottom + 24 + legend.height(), words.say(name + ".label"));
    svg.text(MARGIN, 24, 13, "start", "dim", words.say(name + ".lead"));
    scale.grid(svg, TOP - 8, bottom - 8);
    ComparisonFigure figure = new ComparisonFigure(name, words, scale, svg);
    int top = TOP;
    for (int i = 0; i < panels.size(); i++) {
      figure.draw(panels.get(i), lanes.get(i), top);
      top += height(panels.get(i)) + GAP;
    }
    scale.ruler(svg, bottom + 6);
    legend.draw(svg, bottom + 32);
    return svg.end();
  }

  private static int height(Panel panel) {
    return Math.max(LEAST, Lives.count(panel.trace()) * LANE);
  }

  private void draw(Panel panel, TaskLanes lanes, int top) {
    double middle = top + height(panel) / 2.0;
    String title = name + "." + panel.key();
    svg.text(MARGIN, middle - 2, 14, "start", "ink", words.say(title));
    svg.text(MARGIN, middle + 15, 11, "start", "dim", words.say(title + ".note"));
    lanes.draw(svg, top, LANE);
    long end = Lives.end(panel.trace());
    double x = scale.x(end);
    svg.line(x, top - 3, x, top + height(panel) + 3, "ink", 1.5);
    String text = words.say(name + ".end", TimeScale.text(end));
    svg.text(x + 6, middle + 4, 13, "start", "ink", text);
  }
}
