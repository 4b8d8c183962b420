package timeslice.lab.threads.ch2;

import java.util.ArrayList;
import java.util.List;
import timeslice.kernel.FixedPriority;
import timeslice.kernel.Machine;
import timeslice.lab.threads.ch2.OneMoreCore.Arc;
import timeslice.picture.TimelineFigure;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.trace.Timeline;

/**
 * Jobs that wait for others, as threads: job j awaits the futures of the jobs before it, computes,
 * and completes future j. A free core takes the first job of the list that may begin.
 */
record JobGraph(long[] durations, List<Arc> arcs) {

  /** Who ran where and when on so many cores. */
  Timeline run(int cores) {
    List<Program> programs = new ArrayList<>();
    for (int job = 0; job < durations.length; job++) {
      Program.Builder program = Program.start();
      for (Arc arc : arcs) {
        if (arc.then() == job) {
          program = program.then(new Operation.Await(arc.first()));
        }
      }
      programs.add(program.compute(durations[job]).then(new Operation.Complete(job)).end());
    }
    Machine machine = Machine.cores(cores).with(FixedPriority.list());
    return Load.timeline(new OneToOne().run(machine, Workload.of(programs)).trace(), cores);
  }

  /** A run as text, a letter for each job. */
  static String text(Timeline timeline) {
    return TimelineFigure.text(timeline, 0);
  }
}
