package timeslice.kernel;

import java.util.ArrayList;
import java.util.List;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.runtime.Run;
import timeslice.trace.Kind;
import timeslice.trace.Trace;

/** A job that comes at a time and computes for some time. */
record Arrival(long at, long work) {

  static Workload workload(List<Arrival> jobs) {
    List<Program> programs = new ArrayList<>();
    List<Workload.Group> groups = new ArrayList<>();
    for (Arrival job : jobs) {
      groups.add(new Workload.Group(programs.size(), 1, job.at(), 0));
      programs.add(Program.start().compute(job.work()).end());
    }
    return new Workload(programs, groups, 0, List.of());
  }

  /** When each job is done, on one core without switch costs. */
  static long[] ends(List<Arrival> jobs, Scheduler.Factory policy) {
    Run run = new OneToOne().run(Machine.cores(1).with(policy), workload(jobs));
    long[] ends = new long[jobs.size()];
    Trace trace = run.trace();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.TASK_ENDED) {
        ends[trace.who(i)] = trace.time(i);
      }
    }
    return ends;
  }

  /** The sum over all jobs of the time from arrival to end. */
  static long totalResponse(List<Arrival> jobs, Scheduler.Factory policy) {
    long[] ends = ends(jobs, policy);
    long total = 0;
    for (int i = 0; i < ends.length; i++) {
      total += ends[i] - jobs.get(i).at();
    }
    return total;
  }
}
