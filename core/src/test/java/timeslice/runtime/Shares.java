package timeslice.runtime;

import java.util.HashMap;
import java.util.Map;
import timeslice.kernel.Machine;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;

/** Where the time of a run went, read from its trace: a thread each, cores to spare or not. */
final class Shares {
  final long end;
  final Outcome outcome;
  long cpu;
  private final Map<StopReason, Long> waited = new HashMap<>();

  Shares(Machine machine, Workload workload) {
    Run run = new OneToOne().run(machine, workload);
    end = run.end();
    outcome = run.outcome();
    Trace trace = run.trace();
    Map<Integer, Long> since = new HashMap<>();
    Map<Integer, StopReason> why = new HashMap<>();
    for (int i = 0; i < trace.size(); i++) {
      int thread = trace.who(i);
      long time = trace.time(i);
      if (trace.kind(i) == Kind.RUN) {
        since.put(thread, time + trace.value(i));
      } else if (trace.kind(i) == Kind.STOP) {
        cpu += time - since.getOrDefault(thread, time);
        since.put(thread, time);
        why.put(thread, StopReason.values()[trace.other(i)]);
      } else if (trace.kind(i) == Kind.READY && why.containsKey(thread)) {
        waited.merge(why.get(thread), time - since.getOrDefault(thread, time), Long::sum);
      }
    }
  }

  long waited(StopReason why) {
    return waited.getOrDefault(why, 0L);
  }

  /** CPU time as a share of what tasks would take if each had a core and a device of its own. */
  double cpuShare() {
    return (double) cpu / (cpu + waited(StopReason.IO));
  }
}
