package timeslice.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.cpu.RuntimeCosts;
import timeslice.runtime.GilThreads;
import timeslice.runtime.ManyToMany;
import timeslice.runtime.Mapping;
import timeslice.runtime.Mappings;
import timeslice.runtime.Outcome;
import timeslice.runtime.Run;
import timeslice.runtime.VirtualThreads;
import timeslice.trace.SmallRuns.Case;

/** Whatever maps tasks onto threads, a run breaks no rule. */
class EveryRuntimeProperties {
  private static final RuntimeCosts SMALL =
      new RuntimeCosts(
          new RuntimeCosts.Creation(1, 2, 3, 4, 1, 2),
          new RuntimeCosts.Moves(1, 2, 1, 1, 1),
          new RuntimeCosts.Copying(1, 2),
          new RuntimeCosts.Counting(0, 1, 2, 3));

  private static final List<Mapping> WITH_GIL =
      List.of(
          GilThreads.cpython().withInterval(3),
          GilThreads.cpython().withInterval(2).withWakeLatency(1),
          GilThreads.cpython().withInterval(2).withCheckpointEvery(2).withInterpreters(2));

  private static final List<Mapping> MAPPINGS =
      Stream.<Collection<? extends Mapping>>of(
              Mappings.all(SMALL, 2).values(),
              Mappings.all(RuntimeCosts.FREE, 3).values(),
              List.of(
                  ManyToMany.carriers(1).withMost(2).with(SMALL),
                  VirtualThreads.jdk(21).with(SMALL)),
              WITH_GIL)
          .<Mapping>flatMap(Collection::stream)
          .toList();

  @Provide
  Arbitrary<Case> cases() {
    return SmallRuns.any();
  }

  @Provide
  Arbitrary<Mapping> mappings() {
    return Arbitraries.of(MAPPINGS);
  }

  @Property(tries = 2000)
  void aRunBreaksNoRule(@ForAll("cases") Case given, @ForAll("mappings") Mapping mapping) {
    Trace trace = mapping.run(given.machine(), given.workload()).trace();
    int cpus = given.machine().cpus();
    assertThat(
            TraceChecks.all(trace, cpus)
                .or(() -> LockChecks.permits(trace, 1, 2))
                .or(() -> LifeChecks.noThreadIdlesForNothing(trace)))
        .as("first offence under %s", mapping)
        .isEmpty();
  }

  @Property
  void theKernelKeepsItsQueueWhoeverAsks(
      @ForAll("cases") Case given, @ForAll("mappings") Mapping mapping) {
    Trace trace = mapping.run(given.machine(), given.workload()).trace();
    assertThat(QueueChecks.firstInFirstOut(trace)).isEmpty();
    assertThat(QueueChecks.workIsConserved(trace, given.machine().cpus())).isEmpty();
  }

  @Property
  void nobodyInterpretsWithoutTheGil(@ForAll("cases") Case given) {
    for (Mapping mapping : WITH_GIL) {
      Trace trace = mapping.run(given.machine(), given.workload()).trace();
      assertThat(GilChecks.noneWithout(trace, _ -> true)).as("%s", mapping).isEmpty();
    }
  }

  @Property
  void littlesLawIsExact(@ForAll("cases") Case given, @ForAll("mappings") Mapping mapping) {
    Run run = mapping.run(given.machine(), given.workload());
    Assume.that(run.outcome() instanceof Outcome.Finished);
    TaskTimes tasks = TraceMetrics.of(run.trace(), given.machine().cpus()).tasks();
    assertThat(tasks.taskTime()).isEqualTo(tasks.totalTurnaround());
    assertThat(LifeChecks.count(run.trace(), 0)).isEmpty();
    assertThat(LifeChecks.noTaskIsLost(run.trace())).isEmpty();
  }

  @Property
  void tasksComputeWithinTheTurnsOfTheirThreads(
      @ForAll("cases") Case given, @ForAll("mappings") Mapping mapping) {
    Trace trace = mapping.run(given.machine(), given.workload()).trace();
    int cpus = given.machine().cpus();
    Timeline tasks = TaskSpan.timeline(trace, cpus);
    Timeline threads = CpuTurn.timeline(trace, cpus);
    assertThat(Checks.overlap(tasks)).isEmpty();
    assertThat(Checks.twoPlaces(tasks)).isEmpty();
    for (Slice slice : tasks.slices()) {
      assertThat(threads.onCpu(slice.cpu()))
          .as("turns of threads around %s", slice)
          .anyMatch(turn -> turn.start() <= slice.start() && slice.end() <= turn.end());
    }
  }
}
