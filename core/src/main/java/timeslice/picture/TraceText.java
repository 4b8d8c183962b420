package timeslice.picture;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import timeslice.trace.CpuTurn;
import timeslice.trace.Phase;
import timeslice.trace.TaskSpan;
import timeslice.trace.Trace;

/**
 * A run as text of at most 80 columns: a line for each task, with a mark for what it does, then one
 * for each CPU, with the letter of the task that it runs. A column shows what happens as it begins.
 *
 * <p>Words, each after the picture's name and a dot: {@code task} (its letter), {@code cpu} (its
 * number), {@code column} (how long one is), for what occurs {@code state.…} as in {@link
 * TraceFigure}, {@code idle} (nobody has the CPU) and {@code runtime} (a thread without a task has
 * it).
 */
public final class TraceText {
  private static final int WIDTH = 80;
  private static final char IDLE = '.';
  private static final char RUNTIME = '_';

  private final String name;
  private final Words words;
  private final int labels;
  private final int columns;
  private final long unit;

  // What has to be explained at the end.
  private final Set<Look> seen = EnumSet.noneOf(Look.class);
  private boolean idle;
  private boolean runtime;

  private TraceText(String name, Words words, int labels, long end) {
    this.name = name;
    this.words = words;
    this.labels = labels;
    unit = Math.max(1, (end + WIDTH - labels - 1) / (WIDTH - labels));
    columns = (int) ((end + unit - 1) / unit);
  }

  /**
   * Writes a run of a few tasks.
   *
   * @param name of the picture, before its words' keys
   * @param cpus how many hardware threads the machine had
   */
  public static String of(String name, Trace trace, int cpus, Words words) {
    int tasks = Lives.count(trace);
    int labels = 0;
    for (int task = 0; task < tasks; task++) {
      labels = Math.max(labels, TextWidth.columns(taskLabel(name, task, words)));
    }
    for (int cpu = 0; cpu < cpus; cpu++) {
      labels = Math.max(labels, TextWidth.columns(cpuLabel(name, cpu, words)));
    }
    TraceText text = new TraceText(name, words, labels + 1, trace.end());
    StringBuilder out = new StringBuilder();
    text.tasks(out, trace, tasks);
    text.cpus(out, trace, cpus);
    out.append(words.say(name + ".column", TimeScale.text(text.unit))).append('\n');
    text.legend(out);
    return out.toString();
  }

  private static String taskLabel(String name, int task, Words words) {
    return words.say(name + ".task", TimelineFigure.name(task));
  }

  private static String cpuLabel(String name, int cpu, Words words) {
    return words.say(name + ".cpu", cpu);
  }

  private void tasks(StringBuilder out, Trace trace, int tasks) {
    char[][] rows = rows(tasks, ' ');
    TaskSpan.forEach(
        trace,
        span -> {
          Look look = Look.of(span);
          if (fill(rows[span.task()], span.from(), span.to(), look.mark)) {
            seen.add(look);
          }
        });
    for (int task = 0; task < tasks; task++) {
      line(out, taskLabel(name, task, words), rows[task]);
    }
  }

  private void cpus(StringBuilder out, Trace trace, int cpus) {
    char[][] rows = rows(cpus, IDLE);
    CpuTurn.forEach(
        trace,
        turn -> {
          char[] row = rows[turn.cpu()];
          if (fill(row, turn.from(), turn.computesFrom(), Look.SWITCHING.mark)) {
            seen.add(Look.SWITCHING);
          }
          fill(row, turn.computesFrom(), turn.end(), RUNTIME);
        });
    TaskSpan.forEach(
        trace,
        span -> {
          if (span.phase() == Phase.RUNNING) {
            char letter = TimelineFigure.name(span.task()).charAt(0);
            fill(rows[span.cpu()], span.from(), span.to(), letter);
          }
        });
    for (int cpu = 0; cpu < cpus; cpu++) {
      line(out, cpuLabel(name, cpu, words), rows[cpu]);
      idle |= new String(rows[cpu]).indexOf(IDLE) >= 0;
      runtime |= new String(rows[cpu]).indexOf(RUNTIME) >= 0;
    }
  }

  private char[][] rows(int count, char empty) {
    char[][] rows = new char[count][columns];
    for (char[] row : rows) {
      Arrays.fill(row, empty);
    }
    return rows;
  }

  /** Marks the columns that begin in this time; false if none does. */
  private boolean fill(char[] row, long from, long to, char mark) {
    int first = (int) ((from + unit - 1) / unit);
    int end = Math.min(columns, (int) ((to + unit - 1) / unit));
    if (first < end) {
      Arrays.fill(row, first, end, mark);
    }
    return first < end;
  }

  private void line(StringBuilder out, String label, char[] row) {
    out.append(label).append(" ".repeat(labels - TextWidth.columns(label)));
    out.append(new String(row).stripTrailing()).append('\n');
  }

  private String entry(char mark, String key) {
    return mark + " " + words.say(name + "." + key) + '\n';
  }

  private void legend(StringBuilder out) {
    for (Look look : seen) {
      out.append(entry(look.mark, "state." + look.key));
    }
    out.append(idle ? entry(IDLE, "idle") : "");
    out.append(runtime ? entry(RUNTIME, "runtime") : "");
  }
}
