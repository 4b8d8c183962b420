package timeslice.trace;

import java.util.Optional;

/** Rules for the lives of threads and tasks: what may follow what. */
public final class LifeChecks {
  private LifeChecks() {}

  /** A thread is created once, runs only when it is ready, and is made ready only when it waits. */
  public static Optional<String> threads(Trace trace) {
    TraceReplay before = new TraceReplay(trace);
    for (int i = 0; i < trace.size(); i++) {
      Phase allowed =
          switch (trace.kind(i)) {
            case THREAD_CREATED -> Phase.ABSENT;
            case READY -> Phase.WAITING;
            case RUN -> Phase.READY;
            case STOP -> Phase.RUNNING;
            default -> null;
          };
      if (allowed != null && before.thread(trace.who(i)) != allowed) {
        return Optional.of(
            trace.event(i) + "; it was " + before.thread(trace.who(i)) + ", not " + allowed);
      }
      before.step();
    }
    return Optional.empty();
  }

  /** A task is created once and ends once, and nothing happens to it before or after. */
  public static Optional<String> tasks(Trace trace) {
    TraceReplay before = new TraceReplay(trace);
    for (int i = 0; i < trace.size(); i++) {
      Phase phase = before.task(Math.max(0, trace.who(i)));
      boolean alive = phase != Phase.ABSENT && phase != Phase.ENDED;
      boolean allowed =
          switch (trace.kind(i)) {
            case TASK_CREATED -> phase == Phase.ABSENT;
            case TASK_READY, MOUNTED, TASK_ENDED, CAPTURED, ACQUIRED, RELEASED, SENT, RECEIVED ->
                alive;
            case UNMOUNTED -> phase != Phase.ABSENT; // it may have ended on its carrier
            default -> true;
          };
      if (!allowed) {
        return Optional.of(trace.event(i) + "; it was " + phase);
      }
      before.step();
    }
    return Optional.empty();
  }

  /**
   * No thread is lost: when the trace ends, none is ready or on a CPU. Holds for a run that went on
   * until nothing was left to happen, a deadlock included.
   */
  public static Optional<String> noThreadIsLost(Trace trace) {
    TraceReplay end = atTheEnd(trace);
    for (int thread = 0; thread < end.threads(); thread++) {
      if (end.thread(thread) == Phase.READY) {
        return Optional.of(
            "thread " + thread + " is ready since " + end.since(thread) + " and never runs again");
      }
      if (end.thread(thread) == Phase.RUNNING) {
        return Optional.of("thread " + thread + " never leaves CPU " + end.cpuOf(thread));
      }
    }
    return Optional.empty();
  }

  /**
   * No task is lost: when the trace ends, none is ready. Not promised where a task that waits for
   * ever keeps its carrier, and with it those who are to be carried next.
   */
  public static Optional<String> noTaskIsLost(Trace trace) {
    TraceReplay end = atTheEnd(trace);
    for (int task = 0; task < end.tasks(); task++) {
      if (end.task(task) == Phase.READY) {
        return Optional.of("task " + task + " is ready and never runs again");
      }
    }
    return Optional.empty();
  }

  /**
   * Nobody is idle for nothing: when the trace ends, no task is ready while a thread has no work.
   * Promised where threads take tasks from one another or from one queue, one at a time.
   */
  public static Optional<String> noThreadIdlesForNothing(Trace trace) {
    TraceReplay end = atTheEnd(trace);
    Optional<String> lost = noTaskIsLost(trace);
    for (int thread = 0; thread < end.threads() && lost.isPresent(); thread++) {
      boolean waits = end.thread(thread) == Phase.WAITING;
      if (waits && end.stoppedFor(thread) == StopReason.NO_WORK) {
        return Optional.of(lost.get() + ", but thread " + thread + " has no work");
      }
    }
    return Optional.empty();
  }

  private static TraceReplay atTheEnd(Trace trace) {
    TraceReplay replay = new TraceReplay(trace);
    while (replay.step()) {
      // to the end
    }
    return replay;
  }

  /**
   * As many tasks were created as ended and are still alive.
   *
   * @param alive how many are alive at the end, by another witness: 0 for a run that finished
   */
  public static Optional<String> count(Trace trace, int alive) {
    int created = 0;
    int ended = 0;
    for (int i = 0; i < trace.size(); i++) {
      created += trace.kind(i) == Kind.TASK_CREATED ? 1 : 0;
      ended += trace.kind(i) == Kind.TASK_ENDED ? 1 : 0;
    }
    return created == ended + alive
        ? Optional.empty()
        : Optional.of(
            created + " tasks were created, " + ended + " ended and " + alive + " are alive");
  }
}
