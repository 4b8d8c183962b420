package timeslice.picture;

import timeslice.trace.Trace;

/**
 * A run as a picture: a lane for each task, coloured by what it does, then one for each CPU,
 * coloured by whom it runs; a ruler below, and what the colours mean.
 *
 * <p>Words, each after the picture's name and a dot: {@code label}, {@code task} (its letter),
 * {@code cpu} (its number), and for what occurs {@code running}, {@code switching}, {@code ready},
 * {@code gil}, {@code others} (waits for another task), {@code outside} (waits for a device or
 * time), {@code captured} (waits and keeps its carrier).
 */
public final class TraceFigure {
  private static final int WIDTH = 720;
  private static final int LEFT = 72;
  private static final int RIGHT = WIDTH - 20;
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
    Svg svg = new Svg(WIDTH, bottom + 70, words.say(name + ".label"));
    TimeScale scale = new TimeScale(LEFT, RIGHT, trace.end());
    scale.grid(svg, TOP, bottom + 4);
    for (int task = 0; task < tasks; task++) {
      String text = words.say(name + ".task", TimelineFigure.name(task));
      svg.text(LEFT - 10, TOP + task * TASK + 13, 12, "end", TimelineFigure.color(task), text);
    }
    for (int cpu = 0; cpu < cpus; cpu++) {
      String text = words.say(name + ".cpu", cpu);
      svg.text(LEFT - 10, cpuTop + cpu * CPU + 16, 12, "end", "dim", text);
    }
    TaskLanes lanes = new TaskLanes(svg, scale, TASK);
    lanes.draw(trace, TOP);
    new CpuLanes(svg, scale, CPU).draw(trace, cpuTop);
    scale.ruler(svg, bottom + 18);
    lanes.legend(16, RIGHT, bottom + 42, name, words);
    return svg.end();
  }
}
