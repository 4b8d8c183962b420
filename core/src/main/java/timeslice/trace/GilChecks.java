package timeslice.trace;

import java.util.Optional;
import java.util.function.IntPredicate;

/** Rules for the global interpreter lock (GIL) of each interpreter. */
public final class GilChecks {
  private static final int NOBODY = -1;

  private GilChecks() {}

  /** A GIL is held by one thread at a time, and dropped by whoever holds it. */
  public static Optional<String> oneHolder(Trace trace) {
    IntColumn holder = new IntColumn(NOBODY);
    for (int i = 0; i < trace.size(); i++) {
      Kind kind = trace.kind(i);
      if (kind != Kind.GIL_TAKEN && kind != Kind.GIL_DROPPED) {
        continue;
      }
      int held = holder.get(trace.other(i));
      boolean taken = kind == Kind.GIL_TAKEN;
      if (held != (taken ? NOBODY : trace.who(i))) {
        String by = held == NOBODY ? "nobody holds" : "thread " + held + " holds";
        return Optional.of(trace.event(i) + ", which " + by);
      }
      holder.set(trace.other(i), taken ? trace.who(i) : NOBODY);
    }
    return Optional.empty();
  }

  /**
   * Nobody computes interpreted code without a GIL.
   *
   * @param interpreted the tasks that compute nothing but interpreted code (native code may give
   *     its GIL up, and the trace does not say which code runs)
   */
  public static Optional<String> noneWithout(Trace trace, IntPredicate interpreted) {
    TraceReplay before = new TraceReplay(trace);
    IntColumn holds = new IntColumn(0); // by thread
    LongColumn since = new LongColumn(); // by thread: when it last changed what it holds or carries
    for (int i = 0; i < trace.size(); i++) {
      int thread = threadOf(trace, i);
      if (thread != NOBODY) {
        long from = Math.max(since.get(thread), before.since(thread));
        int task = before.carriedBy(thread);
        boolean computes = before.cpuOf(thread) != NOBODY && from < trace.time(i);
        if (computes && holds.get(thread) == 0 && task != NOBODY && interpreted.test(task)) {
          return Optional.of(
              "task " + task + " computes without a GIL from " + from + " to " + trace.time(i));
        }
        since.set(thread, trace.time(i));
        holds.set(thread, holds.get(thread) + change(trace.kind(i)));
      }
      before.step();
    }
    return Optional.empty();
  }

  /** The thread that an event may allow to compute interpreted code or not, -1 for none. */
  private static int threadOf(Trace trace, int i) {
    return switch (trace.kind(i)) {
      case RUN, STOP, GIL_TAKEN, GIL_DROPPED -> trace.who(i);
      case MOUNTED, UNMOUNTED -> trace.other(i);
      default -> NOBODY;
    };
  }

  private static int change(Kind kind) {
    return switch (kind) {
      case GIL_TAKEN -> 1;
      case GIL_DROPPED -> -1;
      default -> 0;
    };
  }
}
