package timeslice.picture;

import timeslice.trace.Trace;

/**
 * A run as a picture: a lane for each task, coloured by what it does, then one for each CPU,
 * coloured by whom it runs; a ruler below, and what the colours mean.
 *
 * <p>Words, each after the picture's name and a dot: {@code label}, {@code task} (its letter),
 * {@code cpu} (its number), and for what occurs {@code state.running}, {@code state.switching},
 * {@code state.ready}, {@code state.gil}, {@code state.others} (waits for another task), {@code
 * state.outside} (waits for a device or for time), {@code state.captured} (waits and keeps its
 * carrier).
 */
public final class TraceFigure {
  private static final int WIDTH = 720;
  private static final int LEFT = 72;
  private static final int RIGHT = WIDTH - 24;
  private static final int TASK = 18;
  private static final int CPU = 24;
  private static final int TOP = 16;

  private TraceFigure() {}

  /**
   * Draws a run of a few tasks.
   *
   * @param name of the picture, before its words' keys
   * @param cpus how many hardware threads the machine had
   */
  public static String svg(String name, Trace trace, int cpus, Words words) {
    int tasks = Lives.count(trace);
    int cpuTop = TOP + tasks * TASK + 10;
    int bottom = cpuTop + cpus * CPU;
    TimeScale scale = new TimeScale(LEFT, RIGHT, trace.end());
    TaskLanes lanes = new TaskLanes(trace, scale);
    Legend legend = new Legend(lanes.looks(), 16, WIDTH - 16, name, words);
    Svg svg = new Svg(WIDTH, bottom + 34 + legend.height(), words.say(name + ".label"));
    scale.grid(svg, TOP, bottom + 4);
    for (int task = 0; task < tasks; task++) {
      String letter = TimelineFigure.name(task);
      String color = TimelineFigure.color(task);
      double base = TOP + task * TASK + 13;
      svg.text(LEFT - 10, base, 12, "end", color, words.say(name + ".task", letter));
    }
    for (int cpu = 0; cpu < cpus; cpu++) {
      double base = cpuTop + cpu * CPU + 16;
      svg.text(LEFT - 10, base, 12, "end", "dim", words.say(name + ".cpu", cpu));
    }
    lanes.draw(svg, TOP, TASK);
    new CpuLanes(trace, scale).draw(svg, cpuTop, CPU);
    scale.ruler(svg, bottom + 18);
    legend.draw(svg, bottom + 42);
    return svg.end();
  }
}
