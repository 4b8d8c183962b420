package timeslice.trace;

import java.util.Optional;

/** Rules for hardware threads and for the threads and tasks that are on them. */
public final class CpuChecks {
  private static final int NOBODY = -1;

  private CpuChecks() {}

  /** Times never fall. */
  public static Optional<String> timesNeverFall(Trace trace) {
    for (int i = 1; i < trace.size(); i++) {
      if (trace.time(i) < trace.time(i - 1)) {
        return Optional.of(trace.event(i) + ", noted after " + trace.time(i - 1));
      }
    }
    return Optional.empty();
  }

  /**
   * A hardware thread runs one thread at a time, and a thread is on one hardware thread at a time.
   *
   * @param cpus how many hardware threads the machine had
   */
  public static Optional<String> onePlace(Trace trace, int cpus) {
    TraceReplay before = new TraceReplay(trace);
    for (int i = 0; i < trace.size(); i++) {
      String offence =
          switch (trace.kind(i)) {
            case RUN -> run(trace.cpu(i), trace.who(i), before, cpus);
            case STOP -> stop(trace.cpu(i), trace.who(i), before);
            default -> "";
          };
      if (!offence.isEmpty()) {
        return Optional.of(trace.event(i) + offence);
      }
      before.step();
    }
    return Optional.empty();
  }

  private static String run(int cpu, int thread, TraceReplay before, int cpus) {
    if (cpu < 0 || cpu >= cpus) {
      return "; there are CPUs 0 to " + (cpus - 1);
    }
    if (before.runningOn(cpu) != NOBODY) {
      return "; it still runs thread " + before.runningOn(cpu);
    }
    return before.cpuOf(thread) == NOBODY
        ? ""
        : "; the thread is still on CPU " + before.cpuOf(thread);
  }

  private static String stop(int cpu, int thread, TraceReplay before) {
    return before.cpuOf(thread) == cpu && cpu >= 0 ? "" : "; it was not there";
  }

  /** A thread carries one task at a time, and a task is carried by one thread at a time. */
  public static Optional<String> oneCarrier(Trace trace) {
    TraceReplay before = new TraceReplay(trace);
    for (int i = 0; i < trace.size(); i++) {
      int task = trace.who(i);
      int thread = trace.other(i);
      String offence =
          switch (trace.kind(i)) {
            case MOUNTED -> mount(task, thread, before);
            case UNMOUNTED -> before.threadOf(task) == thread ? "" : "; it was not mounted there";
            default -> "";
          };
      if (!offence.isEmpty()) {
        return Optional.of(trace.event(i) + offence);
      }
      before.step();
    }
    return Optional.empty();
  }

  private static String mount(int task, int thread, TraceReplay before) {
    if (before.threadOf(task) != NOBODY) {
      return "; thread " + before.threadOf(task) + " still carries it";
    }
    return before.carriedBy(thread) == NOBODY
        ? ""
        : "; the thread still carries task " + before.carriedBy(thread);
  }
}
