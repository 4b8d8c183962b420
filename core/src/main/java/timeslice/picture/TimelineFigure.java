package timeslice.picture;

import java.util.List;
import timeslice.trace.Metrics;
import timeslice.trace.Slice;
import timeslice.trace.Timeline;

/**
 * A timeline as a picture: a lane for each CPU, a box for each turn, a narrow grey box for the
 * switch before it. Several timelines stand below each other on one scale, to be compared.
 *
 * <p>Words, each key after the picture's name and a dot: {@code label}, {@code cpu} (number),
 * {@code switch} (where switches cost) or {@code idle} (where they do not), and one key per panel
 * (its end).
 */
public final class TimelineFigure {
  private static final int WIDTH = 720;
  private static final int LEFT = 64;
  private static final int LANE = 26;
  private static final int COLUMNS = 72;

  private TimelineFigure() {}

  /**
   * One timeline of a picture.
   *
   * @param key of the words above it, without the picture's name
   * @param switchCost what a change of task cost in this run
   * @param end where the panel's time ends: the makespan, or later if somebody still waits then
   */
  public record Panel(String key, Timeline timeline, long switchCost, long end) {}

  /** These panels, one below the other, on one time scale. */
  public static String svg(String name, List<Panel> panels, Words words) {
    long end = 1;
    int height = 44;
    for (Panel panel : panels) {
      end = Math.max(end, panel.end());
      height += 34 + LANE * panel.timeline().cpus();
    }
    Svg svg = new Svg(WIDTH, height + 26, words.say(name + ".label"));
    double unit = (double) (WIDTH - LEFT - 24) / end;
    int y = 14;
    for (Panel panel : panels) {
      svg.text(16, y + 14, 13, "start", "ink", words.say(name + "." + panel.key(), panel.end()));
      y += 22;
      for (int cpu = 0; cpu < panel.timeline().cpus(); cpu++) {
        svg.text(LEFT - 8, y + 17, 11, "end", "dim", words.say(name + ".cpu", cpu));
        svg.rect(LEFT, y + 2, unit * panel.end(), LANE - 4, "none", "line");
        lane(svg, panel, cpu, y, unit);
        y += LANE;
      }
      y += 12;
    }
    ruler(svg, end, unit, y);
    legend(svg, name, words, panels, height + 14);
    return svg.end();
  }

  private static void lane(Svg svg, Panel panel, int cpu, int y, double unit) {
    int before = -1;
    for (Slice slice : panel.timeline().onCpu(cpu)) {
      double x = LEFT + unit * slice.start();
      double lost = slice.task() == before ? 0 : unit * panel.switchCost();
      if (lost > 0) {
        svg.rect(x - lost, y + 2, lost, LANE - 4, "line", "none");
      }
      double width = unit * slice.length();
      svg.rect(x, y + 2, width, LANE - 4, color(slice.task()), "paper");
      if (width >= 12) {
        svg.text(x + width / 2, y + 17, 12, "middle", "paper", name(slice.task()));
      }
      before = slice.task();
    }
  }

  private static void ruler(Svg svg, long end, double unit, int y) {
    long step = 1;
    for (int i = 0; end / step > 24; i++) {
      step *= i % 2 == 0 ? 5 : 2; // 1, 5, 10, 50, 100 …
    }
    for (long t = 0; t <= end; t += step) {
      svg.text(LEFT + unit * t, y + 6, 10, "middle", "dim", String.valueOf(t));
    }
  }

  private static void legend(Svg svg, String name, Words words, List<Panel> panels, int y) {
    boolean switches = false;
    for (Panel panel : panels) {
      switches |= panel.switchCost() > 0;
    }
    svg.rect(LEFT, y - 9, 12, 12, switches ? "line" : "none", "line");
    svg.text(
        LEFT + 18, y + 1, 11, "start", "dim", words.say(name + (switches ? ".switch" : ".idle")));
  }

  /**
   * The same as text of at most 80 columns: a letter per task, {@code /} a switch, {@code .} an
   * idle CPU. A long run is shown one column for several units of time, by what happens as each
   * begins.
   */
  public static String text(Timeline timeline, long switchCost) {
    long end = Metrics.makespan(timeline);
    long unit = Math.max(1, (end + COLUMNS - 1) / COLUMNS);
    StringBuilder out = new StringBuilder();
    for (int cpu = 0; cpu < timeline.cpus(); cpu++) {
      if (cpu > 0) {
        out.append('\n');
      }
      out.append("CPU ").append(cpu).append(' ');
      row(out, timeline.onCpu(cpu), switchCost, unit, end);
    }
    if (unit > 1) {
      out.append("\none column = ").append(unit);
    }
    return out.toString();
  }

  private static void row(
      StringBuilder out, List<Slice> slices, long switchCost, long unit, long end) {
    int next = 0;
    for (long at = 0; at < end; at += unit) {
      while (next < slices.size() && slices.get(next).end() <= at) {
        next++;
      }
      if (next == slices.size()) {
        out.append('.');
        continue;
      }
      Slice slice = slices.get(next);
      boolean same = next > 0 && slices.get(next - 1).task() == slice.task();
      if (at >= slice.start()) {
        out.append(name(slice.task()));
      } else {
        out.append(!same && at >= slice.start() - switchCost ? '/' : '.');
      }
    }
  }

  /** Task 0 is A, 25 is Z, and then it starts again. */
  static String name(int task) {
    return String.valueOf((char) ('A' + task % 26));
  }

  /** The colour of a task; there are six. */
  static String color(int task) {
    return "t" + task % 6;
  }
}
