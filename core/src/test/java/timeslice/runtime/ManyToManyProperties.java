package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Limits;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Operation;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Capture;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;

/** Many to many: carriers, what keeps them, and spare ones. */
class ManyToManyProperties {
  private static final Program SHORT = Program.start().compute(1).end();
  private static final Program LONG = Program.start().compute(100).end();

  @Example
  void aTaskGoesOnWithWhicheverCarrierIsFree() {
    Program waits = Program.start().compute(1).io(5).compute(1).end();
    Run run = ManyToMany.carriers(2).run(Machine.cores(2), Workload.of(waits, LONG, LONG));
    assertThat(new CarrierTrace(run).spans)
        .filteredOn(span -> span.task() == 0)
        .extracting(CarrierTrace.Span::carrier)
        .containsExactly(0, 1);
  }

  @Example
  void behindTasksThatOnlyComputeATrivialOneWaitsForAnEndAndAThreadDoesNot() {
    Workload busy = Workload.of(LONG, LONG, SHORT);
    Machine machine = Machine.cores(2).with(RoundRobin.withQuantum(10));
    assertThat(new CarrierTrace(ManyToMany.carriers(2).run(machine, busy)).start(2)).isEqualTo(100);
    assertThat(new CarrierTrace(VirtualThreads.jdk(25).run(machine, busy)).start(2)).isEqualTo(100);
    Trace threads = new OneToOne().run(machine, busy).trace();
    assertThat(firstRun(threads, 2)).isEqualTo(10);
  }

  private static long firstRun(Trace trace, int thread) {
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.RUN && trace.who(i) == thread) {
        return trace.time(i);
      }
    }
    throw new AssertionError("thread " + thread + " never ran");
  }

  @Property
  void aCarrierDropsATaskOnlyWhereItWaitsYieldsOrEnds(
      @ForAll("meeting") Workload workload,
      @ForAll @IntRange(min = 1, max = 4) int carriers,
      @ForAll @IntRange(min = 1, max = 3) int quantum) {
    Machine machine = Machine.cores(2).with(RoundRobin.withQuantum(quantum));
    Trace trace = ManyToMany.carriers(carriers).run(machine, workload).trace();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.UNMOUNTED) {
        assertThat(StopReason.values()[(int) trace.value(i)])
            .as("why task %d is put down at %d", trace.who(i), trace.time(i))
            .isNotIn(StopReason.QUANTUM, StopReason.PREEMPTED);
      }
    }
  }

  @Property
  void aCapturedCarrierIsKeptAsLongAsTheWaitTakesAndNoOtherIs(
      @ForAll("independent") Workload workload,
      @ForAll @IntRange(min = 1, max = 4) int carriers,
      @ForAll @IntRange(max = 2) int spares) {
    ManyToMany many = ManyToMany.carriers(carriers).withMost(carriers + spares);
    CarrierTrace seen = new CarrierTrace(many.run(Machine.cores(carriers + spares), workload));
    for (CarrierTrace.Captured kept : seen.captures) {
      assertThat(seen.spans)
          .as("what carrier %d does while %s", kept.carrier(), kept)
          .noneMatch(
              span ->
                  span.carrier() == kept.carrier()
                      && span.start() < kept.end()
                      && kept.start() < span.end());
    }
    assertThat(waits(seen)).as("how long carriers were kept").isEqualTo(expectedWaits(workload));
    if (spares == 0) { // a spare one stays idle while enough others are active
      assertThat(seen.idleWhileReady).as("idle carriers beside ready tasks").isZero();
    }
  }

  /** How often a carrier was kept, for each reason and duration. */
  private static Map<String, Integer> waits(CarrierTrace seen) {
    Map<String, Integer> all = new HashMap<>();
    for (CarrierTrace.Captured kept : seen.captures) {
      all.merge(kept.why() + " " + (kept.end() - kept.start()), 1, Integer::sum);
    }
    return all;
  }

  private static Map<String, Integer> expectedWaits(Workload workload) {
    Map<String, Integer> all = new HashMap<>();
    for (Workload.Group group : workload.groups()) {
      for (Operation operation : workload.programs().get(group.program()).operations()) {
        if (operation instanceof Operation.Io io && io.kind() != IoKind.SOCKET) {
          Capture why = io.kind() == IoKind.NATIVE ? Capture.NATIVE_CALL : Capture.FILE;
          all.merge(why + " " + io.time().min(), group.count(), Integer::sum);
        }
      }
    }
    return all;
  }

  @Example
  void aSpareCarrierStandsInForOneThatSaidItWouldBlock() {
    Program file = Program.start().io(100, IoKind.FILE).end();
    Program told = Program.start().io(100, IoKind.FILE_COMPENSATED).end();
    ManyToMany spare = ManyToMany.carriers(1).withMost(2);
    Machine machine = Machine.cores(2);
    assertThat(new CarrierTrace(spare.run(machine, Workload.of(file, SHORT))).start(1))
        .isEqualTo(100);
    assertThat(new CarrierTrace(spare.run(machine, Workload.of(told, SHORT))).start(1))
        .isEqualTo(0);
    assertThat(new CarrierTrace(spare.run(machine, Workload.of(told, told, SHORT))).start(2))
        .isEqualTo(100);
  }

  @Example
  void everyCarrierThatSaidItWouldBlockIsReplacedAtOnce() {
    Program told = Program.start().io(100, IoKind.FILE_COMPENSATED).end();
    Run run =
        ManyToMany.carriers(2)
            .withMost(4)
            .run(Machine.cores(4), Workload.of(told, LONG, told, SHORT));
    assertThat(new CarrierTrace(run).start(3)).isEqualTo(0);
    assertThat(run.recorder().count(Kind.COMPENSATED)).isEqualTo(2);
  }

  @Example
  void anIdleCarrierStandsInBeforeASpareOneIsStarted() {
    Program told = Program.start().io(10, IoKind.FILE_COMPENSATED).compute(1).end();
    Program twice =
        Program.start()
            .then(told.operations().get(0))
            .sleep(1)
            .then(told.operations().get(0))
            .end();
    Run run = ManyToMany.carriers(1).withMost(9).run(Machine.cores(2), Workload.of(twice));
    assertThat(run.recorder().count(Kind.COMPENSATED)).isEqualTo(2);
    assertThat(run.recorder().count(Kind.THREAD_CREATED)).isEqualTo(2);
  }

  @Example
  void aSpareCarrierIsIdleAgainWhenTheOtherIsBack() {
    Program told = Program.start().io(10, IoKind.FILE_COMPENSATED).end();
    Program late = Program.start().sleep(50).compute(10).end();
    CarrierTrace seen =
        new CarrierTrace(
            ManyToMany.carriers(1)
                .withMost(2)
                .run(Machine.cores(2), Workload.of(told, SHORT, late, late, late)));
    assertThat(seen.threads).isEqualTo(2);
    assertThat(seen.spans)
        .extracting(CarrierTrace.Span::start)
        .as("one by one, although there are two carriers")
        .containsExactly(0L, 51L, 61L, 71L);
  }

  @Property
  void compensationStopsAtTheMostCarriersAndOnlyToldBlocksCauseIt(
      @ForAll("independent") Workload workload,
      @ForAll @IntRange(min = 1, max = 3) int carriers,
      @ForAll @IntRange(max = 3) int spares) {
    Run run =
        ManyToMany.carriers(carriers).withMost(carriers + spares).run(Machine.cores(4), workload);
    long told =
        workload.groups().stream()
            .mapToLong(
                group -> group.count() * toldBlocks(workload.programs().get(group.program())))
            .sum();
    long threads = run.recorder().count(Kind.THREAD_CREATED);
    assertThat(threads).isBetween((long) carriers, (long) carriers + spares);
    assertThat(run.recorder().count(Kind.COMPENSATED)).isBetween(threads - carriers, told);
  }

  private static long toldBlocks(Program program) {
    return program.operations().stream()
        .filter(o -> o instanceof Operation.Io io && io.kind() == IoKind.FILE_COMPENSATED)
        .count();
  }

  @Example
  void whatANumberMustBeIsSaid() {
    assertThatThrownBy(() -> ManyToMany.carriers(0))
        .hasMessage("there must be from 1 to 32767 carriers, got 0");
    assertThatThrownBy(() -> ManyToMany.carriers(4).withMost(3))
        .hasMessage("the most carriers must be from 4 (those there are at first) to 32767, got 3");
  }

  @Example
  void aMachineThatAllowsNoThreadFailsEveryTask() {
    Machine full = Machine.cores(1).with(new Limits(9, 10, 11, 0));
    Run run = ManyToMany.carriers(2).run(full, Workload.of(SHORT, SHORT));
    List<Long> failed = new ArrayList<>();
    for (int i = 0; i < run.trace().size(); i++) {
      if (run.trace().kind(i) == Kind.TASK_ENDED) {
        failed.add(run.trace().value(i));
      }
    }
    assertThat(failed).containsExactly(1L, 1L);
  }

  @Example
  void wakingACarrierTakesAsLongAsWakingAThread() {
    RuntimeCosts slow = RuntimeCosts.FREE.with(new RuntimeCosts.Moves(0, 0, 0, 7, 0));
    Workload late =
        new Workload(List.of(SHORT), List.of(new Workload.Group(0, 1, 50, 0)), 0, List.of());
    assertThat(
            new CarrierTrace(ManyToMany.carriers(1).with(slow).run(Machine.cores(1), late))
                .start(0))
        .isEqualTo(57);
  }

  @Provide
  Arbitrary<Workload> independent() {
    return Workloads.independent(IoKind.values());
  }

  @Provide
  Arbitrary<Workload> meeting() {
    return Workloads.meeting();
  }
}
