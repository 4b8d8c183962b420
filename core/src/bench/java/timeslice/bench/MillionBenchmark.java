package timeslice.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import timeslice.kernel.Machine;
import timeslice.program.Nanos;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.EventLoops;
import timeslice.runtime.Mapping;
import timeslice.runtime.Outcome;
import timeslice.runtime.Run;
import timeslice.runtime.VirtualThreads;
import timeslice.trace.Recording;

/**
 * A million tasks that compute three times and wait for a socket twice between, most of the time,
 * in the model of a language's runtime, with the trace summarised.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class MillionBenchmark {
  static final int TASKS = 1_000_000;

  /** Coroutines of one event loop. */
  @Benchmark
  public long coroutines(Measured measured) {
    return run(EventLoops.one(), measured);
  }

  /** Virtual threads on four carriers. */
  @Benchmark
  public long virtualThreads(Measured measured) {
    return run(VirtualThreads.jdk(25).withParallelism(4), measured);
  }

  private static long run(Mapping mapping, Measured measured) {
    Nanos burst = Nanos.between(1, 29);
    Nanos wait = Nanos.between(1, 15_000_000);
    Program program =
        Program.start().compute(burst).io(wait).compute(burst).io(wait).compute(burst).end();
    Machine machine = Machine.cores(4).with(Recording.SUMMARY);
    measured.begin();
    Run run = mapping.run(machine, Workload.many(TASKS, program, 42));
    measured.end(run.end(), 0);
    if (!(run.outcome() instanceof Outcome.Finished)) {
      throw new IllegalStateException("not all tasks have finished: " + run.outcome());
    }
    return run.end();
  }
}
