package timeslice.lab.threads.ch5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.kernel.Machine;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.GilThreads;
import timeslice.trace.Checks;
import timeslice.trace.GilHold;
import timeslice.trace.Slice;
import timeslice.trace.Timeline;
import timeslice.workbook.Exercise;

@Exercise(
    value = "5.3",
    answers = {Convoy.class},
    closed = {"timeslice.runtime"})
class ConvoyProperties {

  record Echo(int requests, long cpu, long io, long wakeUp, long interval) {
    List<Slice> run() {
      return Convoy.holds(requests, cpu, io, wakeUp, interval);
    }

    long alone() {
      return requests * cpu + (requests - 1) * io;
    }
  }

  @Example
  void aSlowAnswerCostsAnInterval() {
    assertThat(Convoy.holds(2, 3, 4, 1, 10))
        .as("2 requests of 3, an I/O of 4, waking takes 1, interval 10")
        .isEqualTo(List.of(new Slice(0, 0, 0, 3), new Slice(0, 1, 4, 17), new Slice(0, 0, 18, 21)));
  }

  @Example
  void aFastAnswerCostsNothing() {
    assertThat(Convoy.holds(2, 3, 1, 2, 10))
        .as("2 requests of 3, an I/O of 1, waking takes 2, interval 10")
        .isEqualTo(List.of(new Slice(0, 0, 0, 3), new Slice(0, 0, 4, 7)));
  }

  @Property(tries = 300)
  void holdersNeverOverlap(@ForAll("echoes") Echo echo) {
    List<Slice> holds = echo.run();
    assertThat(Checks.overlap(Timeline.of(1, holds))).as("%s: %s", echo, holds).isEmpty();
  }

  @Property(tries = 300)
  void everyRequestIsAnswered(@ForAll("echoes") Echo echo) {
    List<Slice> holds = echo.run();
    assertThat(holds.stream().filter(hold -> hold.task() == 0).map(Slice::length))
        .as("%s: lengths of thread 0's holds in %s", echo, holds)
        .hasSize(echo.requests())
        .containsOnly(echo.cpu());
  }

  @Property(tries = 300)
  void theEndIsBoundedByAnIntervalAndAWakeUpForEachIo(@ForAll("echoes") Echo echo) {
    List<Slice> holds = echo.run();
    assertThat(holds.getLast().end())
        .as("%s: end of %s", echo, holds)
        .isBetween(
            echo.alone(), echo.alone() + (echo.requests() - 1) * (echo.interval() + echo.wakeUp()));
  }

  @Property(tries = 300)
  void theOtherComputesDuringAnIoThatLastsAsLongAsWakingItTakes(@ForAll("echoes") Echo echo) {
    long others = echo.run().stream().filter(hold -> hold.task() == 1).count();
    assertThat(others)
        .as("%s: how often thread 1 gets the lock", echo)
        .isEqualTo(echo.io() >= echo.wakeUp() ? echo.requests() - 1 : 0);
  }

  @Property(tries = 300)
  void theMachineAgrees(@ForAll("echoes") Echo echo) {
    Program.Builder answers = Program.start().compute(echo.cpu());
    for (int i = 1; i < echo.requests(); i++) {
      answers.io(echo.io()).compute(echo.cpu());
    }
    Workload both = Workload.of(answers.end(), Program.start().compute(1_000_000).end());
    GilThreads rules =
        GilThreads.cpython().withInterval(echo.interval()).withWakeLatency(echo.wakeUp());
    List<Slice> machine =
        GilHold.all(rules.run(Machine.cores(2), both).trace()).stream()
            .filter(hold -> hold.thread() == 0)
            .map(hold -> new Slice(0, 0, hold.from(), hold.to()))
            .toList();
    assertThat(echo.run().stream().filter(hold -> hold.task() == 0).toList())
        .as("%s: when thread 0 holds the lock, beside core's machine", echo)
        .isEqualTo(machine);
  }

  /** I/O about as long as waking takes, on either side and exactly so. */
  @Provide
  Arbitrary<Echo> echoes() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 5),
            Arbitraries.longs().between(0, 6),
            Arbitraries.longs().between(1, 4),
            Arbitraries.longs().between(1, 8),
            Arbitraries.longs().between(1, 20))
        .as((n, wake, more, io, rest) -> new Echo(n, wake + more, io, wake, wake + more + rest));
  }
}
