package timeslice.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import timeslice.trace.CpuTurn;
import timeslice.trace.Phase;
import timeslice.trace.TaskSpan;
import timeslice.trace.Trace;

/**
 * Draws what hardware threads do, a lane each, coloured by task: switches dark, and grey where a
 * thread computes without a task (a runtime's own work).
 */
final class CpuLanes {
  private static final double LETTER = 12;

  private final Svg svg;
  private final TimeScale scale;
  private final double lane;

  CpuLanes(Svg svg, TimeScale scale, double lane) {
    this.svg = svg;
    this.scale = scale;
    this.lane = lane;
  }

  /** Draws all CPUs of a run, the first one's lane from this height on. */
  void draw(Trace trace, double top) {
    Boxes switches = new Boxes();
    Boxes threads = new Boxes();
    for (CpuTurn turn : CpuTurn.all(trace)) {
      add(switches, turn.cpu(), turn.from(), turn.computesFrom(), top);
      add(threads, turn.cpu(), turn.computesFrom(), turn.end(), top);
    }
    svg.boxes(threads, "line", 1);
    Map<String, Boxes> tasks = new TreeMap<>();
    List<TaskSpan> named = new ArrayList<>();
    for (TaskSpan span : TaskSpan.all(trace)) {
      if (span.phase() == Phase.RUNNING) {
        Boxes boxes = tasks.computeIfAbsent(TimelineFigure.color(span.task()), _ -> new Boxes());
        add(boxes, span.cpu(), span.from(), span.to(), top);
        if (scale.width(span.from(), span.to()) >= LETTER) {
          named.add(span);
        }
      }
    }
    tasks.forEach((color, boxes) -> svg.boxes(boxes, color, 1));
    svg.boxes(switches, "ink", 1);
    for (TaskSpan span : named) {
      double middle = (scale.x(span.from()) + scale.x(span.to())) / 2;
      double base = top + span.cpu() * lane + lane / 2 + 4;
      svg.text(middle, base, 11, "middle", "paper", TimelineFigure.name(span.task()));
    }
  }

  private void add(Boxes boxes, int cpu, long from, long to, double top) {
    if (from < to) {
      boxes.add(scale.x(from), top + cpu * lane + 1, scale.width(from, to), lane - 2);
    }
  }
}
