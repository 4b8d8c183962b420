package timeslice.picture;

import java.util.ArrayList;
import java.util.List;
import timeslice.trace.CpuTurn;
import timeslice.trace.Phase;
import timeslice.trace.Slice;
import timeslice.trace.TaskSpan;
import timeslice.trace.Trace;

/**
 * What hardware threads do, a lane each, coloured by task: switches dark, and grey where a thread
 * computes without a task (a runtime's own work).
 */
final class CpuLanes {
  private static final int COLORS = 6;
  private static final double LETTER = 12;

  private final Trace trace;
  private final TimeScale scale;

  CpuLanes(Trace trace, TimeScale scale) {
    this.trace = trace;
    this.scale = scale;
  }

  /** Draws lanes of this height, a little space included, from {@code top} on. */
  void draw(Svg svg, double top, double lane) {
    Boxes switches = new Boxes();
    Boxes threads = new Boxes();
    for (CpuTurn turn : CpuTurn.all(trace)) {
      double y = top + turn.cpu() * lane + 1;
      add(switches, turn.from(), turn.computesFrom(), y, lane - 2);
      add(threads, turn.computesFrom(), turn.end(), y, lane - 2);
    }
    svg.boxes(threads, "line");
    svg.boxes(switches, "ink");
    List<Slice> slices = slices();
    for (int color = 0; color < COLORS; color++) {
      Boxes boxes = new Boxes();
      for (Slice slice : slices) {
        if (slice.task() % COLORS == color) {
          add(boxes, slice.start(), slice.end(), top + slice.cpu() * lane + 1, lane - 2);
        }
      }
      svg.boxes(boxes, TimelineFigure.color(color));
    }
    for (Slice slice : slices) {
      if (scale.width(slice.start(), slice.end()) >= LETTER) {
        double middle = (scale.x(slice.start()) + scale.x(slice.end())) / 2;
        double base = top + slice.cpu() * lane + lane / 2 + 4;
        svg.text(middle, base, 11, "middle", "paper", TimelineFigure.name(slice.task()));
      }
    }
  }

  private void add(Boxes boxes, long from, long to, double y, double height) {
    if (from < to) {
      boxes.add(scale.x(from), y, scale.width(from, to), height);
    }
  }

  /** Who runs where, by CPU; turns that follow each other without a gap are one. */
  private List<Slice> slices() {
    List<TaskSpan> runs = TaskSpan.all(trace);
    runs.removeIf(span -> span.phase() != Phase.RUNNING);
    runs.sort((a, b) -> Integer.compare(a.cpu(), b.cpu())); // stable: by time on each CPU
    List<Slice> slices = new ArrayList<>();
    for (TaskSpan run : runs) {
      Slice slice = new Slice(run.cpu(), run.task(), run.from(), run.to());
      Slice last = slices.isEmpty() ? slice : slices.getLast();
      boolean goesOn =
          last.cpu() == slice.cpu() && last.task() == slice.task() && last.end() == slice.start();
      if (goesOn) {
        slices.removeLast();
        slice = new Slice(slice.cpu(), slice.task(), last.start(), slice.end());
      }
      slices.add(slice);
    }
    return slices;
  }
}
