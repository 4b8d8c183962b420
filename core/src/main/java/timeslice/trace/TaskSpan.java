package timeslice.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a task was in one phase of its life. The spans of a task follow each other
 * without a gap from its creation to its end (or that of the trace); what lasted no time has none.
 *
 * @param phase READY, SWITCHING, RUNNING or WAITING
 * @param why what it waited for; null unless it waited
 * @param captured whether it waited on a carrier that could carry nobody else meanwhile
 * @param thread the thread that carried it, -1 for none
 * @param cpu the hardware thread that ran it or was switched to it, -1 for none
 * @param from when it began
 * @param to when it was over, later than {@code from}
 */
public record TaskSpan(
    int task,
    Phase phase,
    @Nullable StopReason why,
    boolean captured,
    int thread,
    int cpu,
    long from,
    long to) {

  /** How long it lasted. */
  public long length() {
    return to - from;
  }

  /** Hands over all spans of a trace, each when it ends; those without an end come last. */
  public static void forEach(Trace trace, Consumer<TaskSpan> use) {
    new TaskSpans(trace, use).run();
  }

  /** All spans of a trace, by when they began; of one time, by task. */
  public static List<TaskSpan> all(Trace trace) {
    List<TaskSpan> spans = new ArrayList<>();
    forEach(trace, spans::add);
    spans.sort(Comparator.comparingLong(TaskSpan::from).thenComparingInt(TaskSpan::task));
    return spans;
  }

  /**
   * Which task computed where and when: the CPU time of threads, as far as they carried a task.
   *
   * @param cpus how many hardware threads the machine had
   */
  public static Timeline timeline(Trace trace, int cpus) {
    Timeline.Builder timeline = new Timeline.Builder(cpus);
    for (TaskSpan span : all(trace)) {
      if (span.phase() == Phase.RUNNING) {
        timeline.add(span.cpu(), span.task(), span.from(), span.to());
      }
    }
    return timeline.build();
  }
}
