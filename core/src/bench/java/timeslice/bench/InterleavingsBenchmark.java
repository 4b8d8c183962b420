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
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InterleavingsBenchmark {
  /** How often each thread increments. */
  @Param({"10", "30"})
  public int increments;

  /** Makes sure that all three find the same, and as many ways as there are. */
  @Setup
  public void check() {
    Map<Integer, BigInteger> found = core(10);
    if (!found.equals(InterleavingsFloor.maps(10))) {
      throw new IllegalStateException("core and maps disagree");
    }
    if (!found.equals(InterleavingsFloor.arrays(10))) {
      throw new IllegalStateException("core and arrays disagree");
    }
  }

  /** The explorer of core on a program of core. */
  @Benchmark
  public Map<Integer, BigInteger> interleavings(Measured measured) {
    measured.begin();
    return end(measured, core(increments));
  }

  private static Map<Integer, BigInteger> core(int increments) {
    ConcurrentProgram program = ClassicPrograms.racyCounter(2, increments);
    return Interleavings.of(new ProgramModel(program))
        .atMost(10_000_000)
        .count(program.variable("x")::in)
        .proved()
        .outcomes();
  }

  /** One fixed program, with the JDK's maps and big integers: what core is held against. */
  @Benchmark
  public Map<Integer, BigInteger> interleavingsFloor(Measured measured) {
    measured.begin();
    return end(measured, InterleavingsFloor.maps(increments));
  }

  /** One fixed program with arrays: as little as there is to do. */
  @Benchmark
  public Map<Integer, BigInteger> interleavingsArrays(Measured measured) {
    measured.begin();
    return end(measured, InterleavingsFloor.arrays(increments));
  }

  /** Two threads of k steps have 2k over k interleavings. */
  private Map<Integer, BigInteger> end(Measured measured, Map<Integer, BigInteger> outcomes) {
    measured.end(0, 0);
    int steps = 3 * increments;
    BigInteger ways = BigInteger.ONE;
    for (int i = 1; i <= steps; i++) {
      ways = ways.multiply(BigInteger.valueOf(steps + i)).divide(BigInteger.valueOf(i));
    }
    BigInteger found = outcomes.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    if (!found.equals(ways)) {
      throw new IllegalStateException("there are " + ways + " interleavings, found " + found);
    }
    return outcomes;
  }
}
