package timeslice.lab.contextswitch.ch6;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Collections;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import timeslice.kernel.Job;
import timeslice.kernel.WorkerPool;
import timeslice.workbook.Exercise;

@Exercise(
    value = "6.2",
    answers = {Workers.class},
    closed = {"timeslice.kernel"})
class WorkersProperties {
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  @Example
  void fourCoresAndJobsThatWaitAsLongAsTheyCompute() {
    assertThat(Workers.count(4, 10, 10)).as("4 cores, 10 ms of CPU, 10 ms of wait").isEqualTo(8);
    assertThat(Workers.count(4, 10, 11)).as("4 cores, 10 ms of CPU, 11 ms of wait").isEqualTo(9);
    assertThat(Workers.count(1, 1, 99)).as("1 core, 1 ms of CPU, 99 ms of wait").isEqualTo(100);
  }

  @Property(tries = 300)
  void itIsTheLeastNumberThatKeepsEveryCoreBusy(
      @ForAll @IntRange(min = 1, max = 64) int cores,
      @ForAll @LongRange(min = 1, max = 60) long cpu,
      @ForAll @LongRange(max = 120) long wait) {
    long workers = Workers.count(cores, cpu, wait);
    assertThat(workers * cpu)
        .as("%d workers · %d, to cover %d cores · (%d + %d)", workers, cpu, cores, cpu, wait)
        .isGreaterThanOrEqualTo(cores * (cpu + wait));
    assertThat((workers - 1) * cpu)
        .as(
            "one fewer, %d · %d, should not cover %d · (%d + %d)",
            workers - 1, cpu, cores, cpu, wait)
        .isLessThan(cores * (cpu + wait));
  }

  @Property(tries = 300)
  void itIsExactForHugeTimesToo(
      @ForAll("cores") int cores, @ForAll("cpus") long cpu, @ForAll("huge") long wait) {
    BigInteger needed = times(cores, cpu).add(times(cores, wait));
    boolean fits = needed.compareTo(MAX.multiply(BigInteger.valueOf(cpu))) <= 0;
    if (fits) {
      long workers = Workers.count(cores, cpu, wait);
      assertThat(times(workers, cpu))
          .as("%d workers · cpu, for %d cores, cpu %d, wait %d", workers, cores, cpu, wait)
          .isBetween(needed, needed.add(BigInteger.valueOf(cpu - 1)));
    } else {
      assertThatThrownBy(() -> Workers.count(cores, cpu, wait))
          .as("%d cores, cpu %d, wait %d: no long can hold that number", cores, cpu, wait)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("" + roundedUp(needed, cpu));
    }
  }

  @Example
  void theLargestLongIsStillAnAnswer() {
    long half = 1L << 62;
    assertThat(Workers.count(1, 1, half - 1)).as("1 core, cpu 1, wait 2^62 - 1").isEqualTo(half);
    assertThat(Workers.count(2, 4, Long.MAX_VALUE - 3))
        .as("2 cores, cpu 4, wait 2^63 - 4")
        .isEqualTo(half);
    assertThat(Workers.count(1, 1, Long.MAX_VALUE - 1))
        .as("1 core, cpu 1, wait 2^63 - 2")
        .isEqualTo(Long.MAX_VALUE);
    assertThatThrownBy(() -> Workers.count(1, 1, Long.MAX_VALUE))
        .as("1 core, cpu 1, wait 2^63 - 1: 2^63 workers are one more than a long can hold")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("9223372036854775808");
  }

  @Property(tries = 100)
  void workThatNeverWaitsWantsOneWorkerACore(@ForAll("cores") int cores, @ForAll("huge") long cpu) {
    assertThat(Workers.count(cores, cpu, 0)).as("%d cores, no wait", cores).isEqualTo(cores);
  }

  @Property(tries = 60)
  void inASimulationThatManyComeWithinFivePercentOfTheBest(
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll @LongRange(min = 1, max = 9) long cpu,
      @ForAll @LongRange(max = 18) long wait) {
    int workers = (int) Math.min(100, Workers.count(cores, cpu, wait));
    int jobs = 60 * cores * (int) (1 + wait / cpu);
    long end =
        new WorkerPool(Math.max(1, workers), cores, WorkerPool.RUN_TO_COMPLETION, 0)
            .end(Collections.nCopies(jobs, new Job(cpu, wait)));
    double share = (double) jobs * cpu / cores / end;
    assertThat(share)
        .as(
            "share of CPU time used: %d workers, %d cores, %d jobs of cpu %d and wait %d",
            workers, cores, jobs, cpu, wait)
        .isBetween(0.95, 1.0);
  }

  @Example
  void gunicornsStartingRuleIsOneMoreThanWaitingAsLongAsComputingAsksFor() {
    for (int cores = 1; cores <= 64; cores++) {
      assertThat(2L * cores + 1)
          .as("Gunicorn's starting rule for %d cores: one more than jobs of cpu = wait need", cores)
          .isEqualTo(Workers.count(cores, 20, 20) + 1);
    }
  }

  @Example
  void badInputIsRefusedWithItsValue() {
    assertThatThrownBy(() -> Workers.count(0, 1, 1))
        .as("0 cores")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> Workers.count(-4, 1, 1))
        .as("-4 cores")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-4");
    assertThatThrownBy(() -> Workers.count(4, 0, 5))
        .as("jobs without CPU time: no number is the best")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
    assertThatThrownBy(() -> Workers.count(4, -9, 5))
        .as("a CPU time of -9")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-9");
    assertThatThrownBy(() -> Workers.count(4, 10, -1))
        .as("a wait of -1")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }

  @Provide
  Arbitrary<Integer> cores() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(1, 128), Arbitraries.just(Integer.MAX_VALUE));
  }

  /** Small numbers, powers of ten (so that quotients come out even) and the largest. */
  @Provide
  Arbitrary<Long> huge() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(1, 1000),
        Arbitraries.of(1_000_000_000L, 1_000_000_000_000L, 1_000_000_000_000_000_000L),
        Arbitraries.longs().between(Long.MAX_VALUE - 100, Long.MAX_VALUE),
        Arbitraries.longs().between(1L << 53, 1L << 62));
  }

  /** Mostly so small that the result is near what a long can hold, on either side. */
  @Provide
  Arbitrary<Long> cpus() {
    return Arbitraries.oneOf(Arbitraries.longs().between(1, 130), huge());
  }

  private static BigInteger roundedUp(BigInteger needed, long cpu) {
    return needed.add(BigInteger.valueOf(cpu - 1)).divide(BigInteger.valueOf(cpu));
  }

  private static BigInteger times(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }
}
