package timeslice.kernel;

import java.util.ArrayList;
import java.util.List;
import timeslice.trace.Choice;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;

/**
 * A turn of a thread on a CPU, as a trace tells it.
 *
 * @param taken when the CPU was given to the thread; a switch may come first
 * @param start when its first instruction ran (or would have run, had it not been stopped before)
 */
record Turn(int cpu, int thread, long taken, long start, long end, Choice why, StopReason stop) {

  /** All turns of a run, in order of dispatch. */
  static List<Turn> of(Trace trace) {
    List<Turn> turns = new ArrayList<>();
    int[] open = new int[64];
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.RUN) {
        open[trace.cpu(i)] = turns.size();
        long start = trace.time(i) + trace.value(i);
        Choice why = Choice.values()[trace.other(i)];
        turns.add(
            new Turn(trace.cpu(i), trace.who(i), trace.time(i), start, -1, why, StopReason.ENDED));
      } else if (trace.kind(i) == Kind.STOP) {
        int at = open[trace.cpu(i)];
        StopReason stop = StopReason.values()[trace.other(i)];
        turns.set(at, turns.get(at).stoppedAt(trace.time(i), stop));
      }
    }
    return turns;
  }

  private Turn stoppedAt(long when, StopReason reason) {
    return new Turn(cpu, thread, taken, start, when, why, reason);
  }

  /** How long it computed: nothing if it was stopped while the CPU was still switching to it. */
  long length() {
    return Math.max(0, end - start);
  }
}
