package timeslice.picture;

import java.util.List;
import timeslice.trace.TouchTrace;

/**
 * Draws who touched which page when, a lane for each process or thread; hits and misses differ in
 * colour and sign.
 */
public final class TouchFigure {
  private static final int LEFT = 96;
  private static final int TOP = 52;
  private static final int LANE = 44;
  private static final int WIDTH = 720;

  private TouchFigure() {}

  /** As text: {@code +} after the page is a hit, {@code -} a miss; {@code ‖} a flush. */
  public static String text(List<String> lanes, TouchTrace trace) {
    StringBuilder out = new StringBuilder();
    for (int lane = 0; lane < lanes.size(); lane++) {
      out.append(lanes.get(lane));
      for (TouchTrace.Event event : trace.events()) {
        out.append(cell(event, lane));
      }
      out.append(lane + 1 < lanes.size() ? "\n" : "");
    }
    return out.toString();
  }

  private static String cell(TouchTrace.Event event, int lane) {
    return switch (event) {
      case TouchTrace.Change change -> change.flushed() ? " ‖" : " |";
      case TouchTrace.Touch touch -> {
        String text = " " + touch.page() + (touch.hit() ? "+" : "-");
        yield touch.lane() == lane ? text : " ".repeat(text.length());
      }
    };
  }

  /**
   * As SVG; words, each after {@code touches.}: {@code label}, {@code hit}, {@code miss}, {@code
   * flush}, {@code change}.
   */
  public static String svg(List<String> lanes, TouchTrace trace, Words words) {
    List<TouchTrace.Event> events = trace.events();
    double step = Math.min(30, (double) (WIDTH - LEFT - 16) / events.size());
    int bottom = TOP + LANE * lanes.size();
    Svg svg = new Svg(WIDTH, bottom + 16, words.say("touches.label"));
    key(svg, words, events);
    for (int lane = 0; lane < lanes.size(); lane++) {
      double middle = TOP + LANE * lane + LANE / 2.0;
      svg.text(16, middle + 5, 14, "start", "ink", lanes.get(lane));
      svg.line(LEFT, middle, WIDTH - 16, middle, "line", 1);
    }
    for (int i = 0; i < events.size(); i++) {
      double x = LEFT + i * step;
      switch (events.get(i)) {
        case TouchTrace.Change change -> {
          String color = change.flushed() ? "fault" : "dim";
          svg.line(x + step / 2, TOP, x + step / 2, bottom, color, change.flushed() ? 3 : 1);
        }
        case TouchTrace.Touch touch -> {
          double y = TOP + LANE * touch.lane() + LANE / 2.0;
          String color = touch.hit() ? "hit" : "miss";
          svg.rect(x + 1, y - 12, step - 2, 24, touch.hit() ? "paper" : color, color);
          String ink = touch.hit() ? color : "paper";
          svg.text(x + step / 2, y + 5, 13, "middle", ink, String.valueOf(touch.page()));
        }
      }
    }
    return svg.end();
  }

  private static void key(Svg svg, Words words, List<TouchTrace.Event> events) {
    svg.rect(LEFT, 16, 16, 16, "miss", "miss");
    svg.text(LEFT + 22, 29, 13, "start", "ink", words.say("touches.miss"));
    svg.rect(LEFT + 150, 16, 16, 16, "paper", "hit");
    svg.text(LEFT + 172, 29, 13, "start", "ink", words.say("touches.hit"));
    svg.line(LEFT + 308, 14, LEFT + 308, 34, "fault", 3);
    svg.text(LEFT + 318, 29, 13, "start", "ink", words.say("touches.flush"));
    if (events.contains(new TouchTrace.Change(false))) {
      svg.line(LEFT + 458, 14, LEFT + 458, 34, "dim", 1);
      svg.text(LEFT + 468, 29, 13, "start", "ink", words.say("touches.change"));
    }
  }
}
