package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import timeslice.kernel.Policies.Named;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.runtime.Run;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;

/** Two hardware threads of one core. */
class SiblingProperties {
  private static final Machine ONE_CORE = Machine.cores(1).withSiblings();

  private static long end(Machine machine, Program... programs) {
    return new OneToOne().run(machine, Workload.of(programs)).end();
  }

  /** When two equal threads are done that wait for memory so much. */
  private static long endOfTwo(long work, int stall) {
    Program program = Program.start().computeStalling(work, stall).end();
    return end(ONE_CORE, program, program);
  }

  @Example
  void withoutStallsASecondHardwareThreadGainsNothing() {
    assertThat(endOfTwo(1000, 0)).isEqualTo(2000);
  }

  @Example
  void withHalfOfTheTimeStalledItDoublesTheThroughput() {
    assertThat(endOfTwo(1000, 500)).isEqualTo(1000);
    assertThat(endOfTwo(1000, 200)).as("each asks for 0.8 of the core").isEqualTo(1600);
  }

  @Property
  void theSpeedUpOfTwoEqualThreadsIsFromOneToTwoAndGrowsWithTheStalls(
      @ForAll @LongRange(min = 1, max = 100_000) long work,
      @ForAll @IntRange(max = 998) int stall) {
    long end = endOfTwo(work, stall);
    assertThat(end).as("speed-up from 1 to 2").isBetween(work, 2 * work);
    assertThat(endOfTwo(work, stall + 1)).as("more stalls").isLessThanOrEqualTo(end);
  }

  @Property
  void twoSiblingsAreNeverFasterThanTwoCoresNorSlowerThanOneThreadAfterTheOther(
      @ForAll @LongRange(min = 1, max = 1000) long first,
      @ForAll @LongRange(min = 1, max = 1000) long second,
      @ForAll @IntRange(max = 999) int stall,
      @ForAll @IntRange(max = 999) int otherStall) {
    Program one = Program.start().computeStalling(first, stall).end();
    Program other = Program.start().computeStalling(second, otherStall).end();
    assertThat(end(ONE_CORE, one, other)).isBetween(Math.max(first, second), first + second + 1);
  }

  @Example
  void aStallShareGoesWithItsThreadThroughTurns() {
    // The two that stall run side by side at full speed, 100 in all; the two that do not, at half
    // speed, 200 in all. Turns of the one pair come between turns of the other.
    Program stalls = Program.start().computeStalling(100, 500).end();
    Program busy = Program.start().compute(100).end();
    Machine machine = ONE_CORE.with(RoundRobin.withQuantum(10));
    assertThat(end(machine, stalls, stalls, busy, busy)).isEqualTo(300);
  }

  @Property(tries = 700)
  void anIdleCoreIsTakenBeforeABusySibling(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll("policies") Named policy,
      @ForAll @IntRange(min = 2, max = 4) int cores) {
    Machine machine = Machine.cores(cores).withSiblings().with(policy.factory());
    Trace trace = new OneToOne().run(machine, RandomWorkloads.of(seed)).trace();
    boolean[] busy = new boolean[machine.cpus()];
    int[] freedBy = new int[machine.cpus()];
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.RUN) {
        int cpu = trace.cpu(i);
        boolean preempts = freedBy[cpu] == i; // it takes the very CPU that was just taken away
        if (busy[cpu ^ 1] && !preempts) {
          assertThat(idleCore(busy)).as("an idle core beside CPU %d", cpu).isFalse();
        }
        busy[cpu] = true;
      } else if (trace.kind(i) == Kind.STOP) {
        busy[trace.cpu(i)] = false;
        freedBy[trace.cpu(i)] = i + 1;
      }
    }
  }

  @Property(tries = 700)
  void aTurnIsOverExactlyWhenItsQuantumIs(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @LongRange(min = 1, max = 9) long quantum,
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll boolean siblings,
      @ForAll @LongRange(max = 2) long switchCost) {
    Machine plain =
        Machine.cores(cores).with(RoundRobin.withQuantum(quantum)).withSwitchCost(switchCost);
    Machine machine = siblings ? plain.withSiblings() : plain;
    for (Turn turn : Turn.of(new OneToOne().run(machine, RandomWorkloads.of(seed)).trace())) {
      assertThat(turn.length()).as("%s", turn).isLessThanOrEqualTo(quantum);
      assertThat(turn.stop() != StopReason.QUANTUM || turn.length() == quantum)
          .as("%s", turn)
          .isTrue();
    }
  }

  private static boolean idleCore(boolean[] busy) {
    for (int cpu = 0; cpu < busy.length; cpu += 2) {
      if (!busy[cpu] && !busy[cpu + 1]) {
        return true;
      }
    }
    return false;
  }

  @Property(tries = 300)
  void manyEqualThreadsFinishAsFastAsThePipelinesAllow(
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll @IntRange(max = 500) int stall,
      @ForAll @IntRange(min = 1, max = 5) int rounds) {
    // each pair of siblings asks for 2 (1 - stall) of a pipeline, 1 or more: pipelines are full
    Program program = Program.start().computeStalling(1000, stall).end();
    Machine machine = Machine.cores(cores).withSiblings();
    List<Program> programs = Collections.nCopies(2 * cores * rounds, program);
    Run run = new OneToOne().run(machine, Workload.of(programs));
    assertThat(run.end()).isEqualTo(rounds * 2L * (1000 - stall));
  }

  /** Those that let the kernel choose the CPU: they have one queue for all. */
  @Provide
  Arbitrary<Named> policies() {
    return Arbitraries.of(
        Policies.ALL.stream()
            .filter(p -> !List.of("pinned", "balancing", "stealing").contains(p.name()))
            .toList());
  }
}
