package timeslice.picture;

import timeslice.trace.Kind;
import timeslice.trace.Trace;

/** What a picture has to know of a run before it can draw the first line. */
final class Lives {
  private Lives() {}

  /** One more than the highest number of a task. */
  static int count(Trace trace) {
    int tasks = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.TASK_CREATED) {
        tasks = Math.max(tasks, trace.who(i) + 1);
      }
    }
    return tasks;
  }

  /** When the last task ended; the end of the trace if one has not. */
  static long end(Trace trace) {
    int alive = 0;
    long last = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.TASK_CREATED) {
        alive++;
      } else if (trace.kind(i) == Kind.TASK_ENDED) {
        alive--;
        last = trace.time(i);
      }
    }
    return alive == 0 ? last : trace.end();
  }
}
