package timeslice.bench;

import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Nanos;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.runtime.Run;
import timeslice.trace.Kind;
import timeslice.trace.Recording;
import timeslice.trace.Trace;

/**
 * What scheduling is measured with: tasks that compute three times and wait twice between.
 *
 * @param tasks how many
 * @param cores how many cores they share
 * @param longWaits true: most tasks wait most of the time (I/O-heavy); false: up to 100 ns
 */
record SchedulingWorkload(int tasks, int cores, boolean longWaits) {
  private static final long SEED = 42;

  private int longestWait() {
    return longWaits ? (int) Math.min(60L * tasks / cores, 1 << 28) : 100;
  }

  /** A run in core, one kernel thread a task. */
  Run run(Machine.Queue queue, Recording recording) {
    Nanos burst = Nanos.between(1, SchedulingFloor.LONGEST_BURST);
    Nanos wait = Nanos.between(1, longestWait());
    Program program =
        Program.start().compute(burst).io(wait).compute(burst).io(wait).compute(burst).end();
    Machine machine =
        Machine.cores(cores)
            .with(RoundRobin.withQuantum(SchedulingFloor.QUANTUM))
            .with(queue)
            .with(recording);
    return new OneToOne().run(machine, Workload.many(tasks, program, SEED));
  }

  SchedulingFloor calendar() {
    return new CalendarFloor(tasks, cores, longestWait(), SEED);
  }

  SchedulingFloor heap() {
    return new HeapFloor(tasks, cores, longestWait(), SEED);
  }

  /** Makes sure that core and both floors do the same, and both queues of core to the byte. */
  void check() {
    SchedulingFloor.Result floor = calendar().run();
    same("the floors", floor, heap().run());
    Run run = run(Machine.Queue.RADIX, Recording.FULL);
    same("core and the floor", result(run), floor);
    Run other = run(Machine.Queue.HEAP, Recording.SUMMARY);
    same("the queues of core", run.recorder().checksum(), other.recorder().checksum());
  }

  private SchedulingFloor.Result result(Run run) {
    Trace trace = run.trace();
    long turnaround = 0;
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.TASK_ENDED) {
        turnaround += trace.time(i);
      }
    }
    long slices = run.recorder().count(Kind.STOP);
    long waits = run.recorder().count(Kind.READY) - tasks; // each is ready once before its first
    return new SchedulingFloor.Result(slices, waits, run.end(), turnaround);
  }

  private void same(String what, Object one, Object two) {
    if (!one.equals(two)) {
      throw new IllegalStateException(
          what + " disagree about " + this + ": " + one + " and " + two);
    }
  }
}
