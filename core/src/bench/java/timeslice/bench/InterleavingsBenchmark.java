package timeslice.bench;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import timeslice.explore.Interleavings;
import timeslice.explore.program.ClassicPrograms;
import timeslice.explore.program.ConcurrentProgram;
import timeslice.explore.program.ProgramModel;

/**
 * All interleavings of two threads with so many unlocked increments each: 62,844 states with 10,
 * and 6,773,884 with 30.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InterleavingsBenchmark {
  /** How often each thread increments. */
  @Param({"10", "30"})
  public int increments;

  /** Makes sure that all three find the same. */
  @Setup
  public void check() {
    if (!interleavings().equals(interleavingsFloor())) {
      throw new IllegalStateException("core and maps disagree at " + increments);
    }
    if (!interleavings().equals(interleavingsArrays())) {
      throw new IllegalStateException("core and arrays disagree at " + increments);
    }
  }

  /** The explorer of core on a program of core. */
  @Benchmark
  public Map<Integer, BigInteger> interleavings() {
    ConcurrentProgram program = ClassicPrograms.racyCounter(2, increments);
    return Interleavings.of(new ProgramModel(program))
        .atMost(10_000_000)
        .count(program.variable("x")::in)
        .proved()
        .outcomes();
  }

  /** One fixed program, with the JDK's maps and big integers: what core is held against. */
  @Benchmark
  public Map<Integer, BigInteger> interleavingsFloor() {
    return InterleavingsFloor.maps(increments);
  }

  /** One fixed program with arrays: as little as there is to do. */
  @Benchmark
  public Map<Integer, BigInteger> interleavingsArrays() {
    return InterleavingsFloor.arrays(increments);
  }
}
