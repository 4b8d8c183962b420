package timeslice.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import timeslice.kernel.Machine;
import timeslice.trace.Recording;

/** A whole run each time; {@link Bench} divides by the number of events, which the floor counts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SchedulingBenchmark {
  @Param("100000")
  public int tasks;

  @Param("4")
  public int cores;

  @Param("false")
  public boolean longWaits;

  @Param("OFF")
  public Recording recording = Recording.OFF;

  private SchedulingWorkload workload() {
    return new SchedulingWorkload(tasks, cores, longWaits);
  }

  /** The machine of core, with the queue that it has unless told otherwise. */
  @Benchmark
  public long machine(Measured measured) {
    return machine(Machine.Queue.RADIX, measured);
  }

  /** The machine of core with its other queue. */
  @Benchmark
  public long machineHeap(Measured measured) {
    return machine(Machine.Queue.HEAP, measured);
  }

  private long machine(Machine.Queue queue, Measured measured) {
    measured.begin();
    long end = workload().run(queue, recording).end();
    measured.end(end, 0);
    return end;
  }

  /** The faster floor. */
  @Benchmark
  public long calendar(Measured measured) {
    measured.begin();
    SchedulingFloor.Result result = workload().calendar().run();
    measured.end(result.end(), result.events());
    return result.end();
  }

  /** The other floor. */
  @Benchmark
  public long heap(Measured measured) {
    measured.begin();
    SchedulingFloor.Result result = workload().heap().run();
    measured.end(result.end(), result.events());
    return result.end();
  }
}
