package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import timeslice.trace.Capture;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;

/**
 * What a trace says of tasks on carriers: who ran when and where, and what ended each stretch.
 * Reads the trace once, and fails where it contradicts itself: a task on two carriers, a carrier
 * with two tasks, a task that goes on before what it waits for has come.
 */
final class CarrierTrace {
  /** A task ran on a carrier for some time. */
  record Span(int task, int carrier, long start, long end) {}

  /** A task kept its carrier while it waited. */
  record Captured(int task, int carrier, Capture why, long start, long end) {}

  final List<Span> spans = new ArrayList<>();
  final List<Captured> captures = new ArrayList<>();

  /** For each task, how long it ran up to each place where it waited, yielded or ended. */
  final List<List<Long>> stretches = new ArrayList<>();

  final List<Integer> finished = new ArrayList<>();
  final List<Long> mountTimes = new ArrayList<>();
  final int[] mounts;
  final int[] unmounts;
  int mostRunning;
  int threads;
  int created;

  /** Carriers without work, summed over all instants at whose end tasks were ready. */
  int idleWhileReady;

  private static final int NOBODY = -1;
  private final Trace trace;
  private final int[] carrierOf;
  private final int[] taskOf;
  private final boolean[] onCpu;
  private final boolean[] idle;
  private final int[] captureOf;
  private final long[] since;
  private final long[] cpu;
  private int ready;

  CarrierTrace(Run run) {
    trace = run.trace();
    int most = (int) run.recorder().count(Kind.THREAD_CREATED);
    carrierOf = filled(run.tasks());
    taskOf = filled(most);
    onCpu = new boolean[most];
    idle = new boolean[most];
    captureOf = filled(most);
    since = new long[most];
    cpu = new long[run.tasks()];
    mounts = new int[run.tasks()];
    unmounts = new int[run.tasks()];
    for (int task = 0; task < run.tasks(); task++) {
      stretches.add(new ArrayList<>());
    }
    for (int i = 0; i < trace.size(); i++) {
      read(i);
      if (i + 1 == trace.size() || trace.time(i + 1) > trace.time(i)) {
        settled();
      }
    }
  }

  private static int[] filled(int length) {
    int[] column = new int[length];
    Arrays.fill(column, NOBODY);
    return column;
  }

  private void read(int i) {
    int who = trace.who(i);
    int other = trace.other(i);
    long time = trace.time(i);
    switch (trace.kind(i)) {
      case THREAD_CREATED -> threads++;
      case TASK_CREATED -> {
        created++;
        ready++;
      }
      case RUN -> {
        idle[who] = false;
        endCapture(who, time);
        onCpu[who] = true;
        since[who] = time + trace.value(i);
      }
      case STOP -> {
        endSpan(who, time);
        onCpu[who] = false;
        idle[who] = other == StopReason.NO_WORK.ordinal();
      }
      case MOUNTED -> {
        assertThat(carrierOf[who]).as("carrier of task %d that is mounted", who).isEqualTo(NOBODY);
        assertThat(taskOf[other]).as("task of carrier %d that mounts", other).isEqualTo(NOBODY);
        assertThat(onCpu[other]).as("carrier %d mounts on a CPU", other).isTrue();
        carrierOf[who] = other;
        taskOf[other] = who;
        since[other] = time;
        mounts[who]++;
        mountTimes.add(time);
        ready--;
      }
      case UNMOUNTED -> {
        assertThat(carrierOf[who]).as("carrier of task %d that is put down", who).isEqualTo(other);
        endSpan(other, time);
        StopReason why = StopReason.values()[(int) trace.value(i)];
        endStretch(who);
        carrierOf[who] = NOBODY;
        taskOf[other] = NOBODY;
        unmounts[who]++;
        ready += why == StopReason.YIELDED ? 1 : 0;
      }
      case CAPTURED -> {
        assertThat(carrierOf[who]).as("carrier of task %d that keeps it", who).isEqualTo(other);
        endSpan(other, time);
        captureOf[other] = captures.size();
        captures.add(
            new Captured(who, other, Capture.values()[(int) trace.value(i)], time, Long.MAX_VALUE));
      }
      case TASK_READY -> ready += carrierOf[who] == NOBODY ? 1 : 0;
      case TASK_ENDED -> finished.add(who);
      default -> {}
    }
  }

  /** The carrier is on a CPU again, and so its task waits no longer. */
  private void endCapture(int carrier, long time) {
    int index = captureOf[carrier];
    if (index != NOBODY) {
      Captured c = captures.get(index);
      captures.set(index, new Captured(c.task(), c.carrier(), c.why(), c.start(), time));
      captureOf[carrier] = NOBODY;
      endStretch(c.task());
    }
  }

  private void endSpan(int carrier, long time) {
    int task = taskOf[carrier];
    if (onCpu[carrier] && task != NOBODY && time > since[carrier]) {
      spans.add(new Span(task, carrier, since[carrier], time));
      cpu[task] += time - since[carrier];
    }
    since[carrier] = time;
  }

  private void endStretch(int task) {
    stretches.get(task).add(cpu[task]);
    cpu[task] = 0;
  }

  /** All that happens at this time has happened. */
  private void settled() {
    int running = 0;
    int without = 0;
    for (int carrier = 0; carrier < threads; carrier++) {
      running += onCpu[carrier] && taskOf[carrier] != NOBODY ? 1 : 0;
      without += idle[carrier] ? 1 : 0;
    }
    mostRunning = Math.max(mostRunning, running);
    idleWhileReady += ready > 0 ? without : 0;
  }

  /** How long a task ran in all. */
  long cpu(int task) {
    return stretches.get(task).stream().mapToLong(Long::longValue).sum() + cpu[task];
  }

  /** When a task computed for the first time. */
  long start(int task) {
    return spans.stream().filter(span -> span.task() == task).findFirst().orElseThrow().start();
  }
}
