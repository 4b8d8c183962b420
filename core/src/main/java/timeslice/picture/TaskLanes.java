package timeslice.picture;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import timeslice.trace.TaskSpan;
import timeslice.trace.Trace;

/** The lives of tasks, a lane each, coloured by what they do. */
final class TaskLanes {
  private static final double SEEN = 0.3;

  private final List<TaskSpan> spans;
  private final TimeScale scale;

  TaskLanes(Trace trace, TimeScale scale) {
    this.scale = scale;
    spans = TaskSpan.all(trace);
    spans.removeIf(this::isTooShortASwitch);
  }

  // Thousands of switches of a few microseconds would cover everything else.
  private boolean isTooShortASwitch(TaskSpan span) {
    return Look.of(span) == Look.SWITCHING && scale.width(span.from(), span.to()) < SEEN;
  }

  /** What occurs. */
  Set<Look> looks() {
    Set<Look> looks = EnumSet.noneOf(Look.class);
    for (TaskSpan span : spans) {
      looks.add(Look.of(span));
    }
    return looks;
  }

  /** Draws lanes of this height and a little space between them, from {@code top} on. */
  void draw(Svg svg, double top, double lane) {
    Boxes[] boxes = new Boxes[Look.values().length];
    for (int i = 0; i < boxes.length; i++) {
      boxes[i] = new Boxes();
    }
    for (TaskSpan span : spans) {
      Look look = Look.of(span);
      double height = look.height * (lane - 2);
      double y = top + span.task() * lane + (lane - height) / 2;
      double width = scale.width(span.from(), span.to());
      boxes[look.ordinal()].add(scale.x(span.from()), y, width, height);
    }
    for (Look look : Look.values()) {
      svg.boxes(boxes[look.ordinal()], look.color);
    }
  }
}
