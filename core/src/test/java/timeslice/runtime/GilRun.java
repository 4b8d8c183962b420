package timeslice.runtime;

import java.util.ArrayList;
import java.util.List;
import timeslice.trace.Kind;
import timeslice.trace.Trace;

/** What a trace says about one interpreter's lock, read by a plain loop. */
final class GilRun {
  /** The lock was in these hands for this time. */
  record Hold(int thread, long from, long to, boolean dropWasAsked) {}

  private GilRun() {}

  static List<Hold> holds(Trace trace, int interpreter) {
    List<Hold> holds = new ArrayList<>();
    int holder = -1;
    long from = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.other(i) != interpreter) {
        continue;
      }
      if (trace.kind(i) == Kind.GIL_TAKEN) {
        if (holder >= 0) {
          throw new AssertionError(
              "thread " + trace.who(i) + " took a lock that thread " + holder + " holds");
        }
        holder = trace.who(i);
        from = trace.time(i);
      } else if (trace.kind(i) == Kind.GIL_DROPPED) {
        if (holder != trace.who(i)) {
          throw new AssertionError("thread " + trace.who(i) + " dropped what it does not hold");
        }
        holds.add(new Hold(holder, from, trace.time(i), trace.value(i) == 1));
        holder = -1;
      }
    }
    return holds;
  }

  static long requests(Trace trace) {
    long requests = 0;
    for (int i = 0; i < trace.size(); i++) {
      requests += trace.kind(i) == Kind.GIL_REQUESTED ? 1 : 0;
    }
    return requests;
  }
}
