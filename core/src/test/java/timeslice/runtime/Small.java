package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import timeslice.kernel.Machine;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.Trace;

/** Runs of a few programs, a thread each, and what their traces say. */
final class Small {
  private Small() {}

  static Program program(Operation... operations) {
    return new Program(List.of(operations));
  }

  static Operation compute(long ns) {
    return Program.start().compute(ns).end().operations().getFirst();
  }

  static Run run(int cores, Program... programs) {
    return new OneToOne().run(Machine.cores(cores), Workload.of(programs));
  }

  static Run finished(int cores, Program... programs) {
    Run run = run(cores, programs);
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
    return run;
  }

  /** When tasks 0, 1, 2 … ended. */
  static List<Long> ends(Run run) {
    List<Long> ends = new ArrayList<>();
    Trace trace = run.trace();
    for (int task = 0; task < run.tasks(); task++) {
      for (int i = 0; i < trace.size(); i++) {
        if (trace.kind(i) == Kind.TASK_ENDED && trace.who(i) == task) {
          ends.add(trace.time(i));
        }
      }
    }
    return ends;
  }

  /** Whom events of this kind happened to, in order. */
  static List<Integer> who(Run run, Kind kind) {
    List<Integer> who = new ArrayList<>();
    Trace trace = run.trace();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == kind) {
        who.add(trace.who(i));
      }
    }
    return who;
  }

  /** The values of events of this kind, in order. */
  static List<Long> values(Run run, Kind kind) {
    List<Long> values = new ArrayList<>();
    Trace trace = run.trace();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == kind) {
        values.add(trace.value(i));
      }
    }
    return values;
  }
}
