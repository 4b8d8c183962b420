package timeslice.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A time in which a thread held the global interpreter lock of an interpreter.
 *
 * @param to when it gave it up; if it never did, the end of the trace
 */
public record GilHold(int interpreter, int thread, long from, long to) {
  private static final int NOBODY = -1;

  /** Hands over all holds of a trace, each when it ends; those without an end come last. */
  public static void forEach(Trace trace, Consumer<GilHold> use) {
    IntColumn holder = new IntColumn(NOBODY);
    LongColumn since = new LongColumn();
    int interpreters = 0;
    for (int i = 0; i < trace.size(); i++) {
      int interpreter = trace.other(i);
      switch (trace.kind(i)) {
        case GIL_TAKEN -> {
          holder.set(interpreter, trace.who(i));
          since.set(interpreter, trace.time(i));
          interpreters = Math.max(interpreters, interpreter + 1);
        }
        case GIL_DROPPED -> {
          close(interpreter, holder, since, trace.time(i), use);
          holder.set(interpreter, NOBODY);
        }
        default -> {
          // has nothing to do with a GIL
        }
      }
    }
    for (int interpreter = 0; interpreter < interpreters; interpreter++) {
      close(interpreter, holder, since, trace.end(), use);
    }
  }

  private static void close(
      int interpreter, IntColumn holder, LongColumn since, long now, Consumer<GilHold> use) {
    if (holder.get(interpreter) != NOBODY) {
      use.accept(new GilHold(interpreter, holder.get(interpreter), since.get(interpreter), now));
    }
  }

  /** All holds of a trace, by when they ended; one that lasted no time is among them. */
  public static List<GilHold> all(Trace trace) {
    List<GilHold> holds = new ArrayList<>();
    forEach(trace, holds::add);
    return holds;
  }
}
