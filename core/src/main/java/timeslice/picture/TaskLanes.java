package timeslice.picture;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import timeslice.trace.TaskSpan;
import timeslice.trace.Trace;

/** Draws the lives of tasks, a lane each, coloured by what they do. */
final class TaskLanes {
  private final Svg svg;
  private final TimeScale scale;
  private final double lane;
  private final Set<Look> seen = EnumSet.noneOf(Look.class);

  /** Lanes of this height and a little space between them. */
  TaskLanes(Svg svg, TimeScale scale, double lane) {
    this.svg = svg;
    this.scale = scale;
    this.lane = lane;
  }

  /** Draws all tasks of a run, the first one's lane from this height on. */
  void draw(Trace trace, double top) {
    List<Boxes> boxes = new ArrayList<>();
    for (int i = 0; i < Look.values().length; i++) {
      boxes.add(new Boxes());
    }
    for (TaskSpan span : TaskSpan.all(trace)) {
      Look look = Look.of(span);
      seen.add(look);
      double height = look.height * (lane - 2);
      boxes
          .get(look.ordinal())
          .add(
              scale.x(span.from()),
              top + span.task() * lane + (lane - height) / 2,
              scale.width(span.from(), span.to()),
              height);
    }
    for (Look look : Look.values()) {
      svg.boxes(boxes.get(look.ordinal()), look.color, look.opacity);
    }
  }

  /** Says what the colours drawn so far mean, along a line of text whose base line is at y. */
  void legend(double left, double right, double y, String name, Words words) {
    double x = left;
    double line = y;
    for (Look look : Look.values()) {
      if (!seen.contains(look)) {
        continue;
      }
      String text = words.say(name + "." + look.key);
      double width = 34 + TextWidth.of(text, 12);
      if (x > left && x + width > right) {
        x = left;
        line += 18;
      }
      double height = Math.max(2, look.height * 10);
      Boxes box = new Boxes();
      box.add(x, line - 4 - height / 2, 14, height);
      svg.boxes(box, look.color, look.opacity);
      svg.text(x + 20, line, 12, "start", "dim", text);
      x += width;
    }
  }
}
