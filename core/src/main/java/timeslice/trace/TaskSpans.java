package timeslice.trace;

import java.util.function.Consumer;

/** Cuts the lives of tasks into spans while a trace is replayed. */
final class TaskSpans {
  private static final int NOBODY = -1;

  private final Trace trace;
  private final Consumer<TaskSpan> use;
  private final TraceReplay replay;

  /** Up to when each task's life has been handed over. */
  private final LongColumn since = new LongColumn();

  TaskSpans(Trace trace, Consumer<TaskSpan> use) {
    this.trace = trace;
    this.use = use;
    replay = new TraceReplay(trace);
  }

  void run() {
    for (int i = 0; i < trace.size(); i++) {
      int task = touched(i);
      if (task != NOBODY) {
        close(task, trace.time(i));
      }
      replay.step();
    }
    for (int task = 0; task < replay.tasks(); task++) {
      close(task, trace.end());
    }
  }

  /** The task that this event moves from one phase to another, -1 if there is none. */
  private int touched(int i) {
    return switch (trace.kind(i)) {
      case TASK_CREATED, MOUNTED, UNMOUNTED, TASK_ENDED -> trace.who(i);
      // Woken while it is being put down, a task still runs; woken on its carrier, READY follows.
      case TASK_READY -> replay.threadOf(trace.who(i)) == NOBODY ? trace.who(i) : NOBODY;
      case READY, RUN, STOP -> replay.carriedBy(trace.who(i));
      default -> NOBODY;
    };
  }

  /** Hands over the task's life up to now, as it was before the event of now. */
  private void close(int task, long now) {
    Phase phase = replay.task(task);
    long from = since.get(task);
    since.set(task, now);
    if (from == now || phase == Phase.ABSENT || phase == Phase.ENDED) {
      return;
    }
    int thread = replay.threadOf(task);
    if (phase == Phase.RUNNING) {
      int cpu = replay.cpuOf(thread);
      long start = Math.min(now, Math.max(from, replay.since(thread)));
      add(task, Phase.SWITCHING, thread, cpu, from, start);
      add(task, Phase.RUNNING, thread, cpu, start, now);
    } else if (phase == Phase.READY) {
      add(task, phase, thread, NOBODY, from, now);
    } else {
      boolean captured = replay.captures(task);
      StopReason why = replay.waitsFor(task);
      use.accept(new TaskSpan(task, phase, why, captured, thread, NOBODY, from, now));
    }
  }

  private void add(int task, Phase phase, int thread, int cpu, long from, long to) {
    if (from < to) {
      use.accept(new TaskSpan(task, phase, null, false, thread, cpu, from, to));
    }
  }
}
