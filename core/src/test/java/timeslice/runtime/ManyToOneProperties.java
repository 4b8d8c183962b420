package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.kernel.Machine;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;

/** Many to one: one runs, all wait for one that blocks, and M:N with one carrier is the same. */
class ManyToOneProperties {

  @Example
  void aSecondCoreDoesNotHelp() {
    Workload four = Workload.many(4, Program.start().compute(100).end(), 1);
    Mapping green = new ManyToOne(SystemCalls.JACKETED);
    assertThat(green.run(Machine.cores(1), four).end()).isEqualTo(400);
    assertThat(green.run(Machine.cores(4), four).end()).isEqualTo(400);
    assertThat(new OneToOne().run(Machine.cores(4), four).end()).isEqualTo(100);
  }

  @Example
  void waitsOverlapIfTheLibraryPutsNonBlockingCallsInTheirPlace() {
    Workload four = Workload.many(4, Program.start().compute(1).io(100).compute(1).end(), 1);
    assertThat(new ManyToOne(SystemCalls.BLOCKING).run(Machine.cores(1), four).end())
        .isEqualTo(4 * 102);
    assertThat(new ManyToOne(SystemCalls.JACKETED).run(Machine.cores(1), four).end())
        .isEqualTo(1 + 100 + 4);
  }

  @Example
  void filesBlockEverybodyInAnyCase() {
    Workload two =
        Workload.of(Program.start().io(100, IoKind.FILE).end(), Program.start().compute(1).end());
    Run run = new ManyToOne(SystemCalls.JACKETED).run(Machine.cores(2), two);
    assertThat(run.end()).isEqualTo(101);
  }

  @Property
  void itAgreesWithAQueueAndAListOfTimes(
      @ForAll("independent") Workload workload, @ForAll SystemCalls calls) {
    Run run = new ManyToOne(calls).run(Machine.cores(2), workload);
    CarrierTrace seen = new CarrierTrace(run);
    PlainManyToOne plain = new PlainManyToOne(calls, workload);
    assertThat(seen.finished).as("tasks in the order of their ends").isEqualTo(plain.finished);
    assertThat(turns(seen)).isEqualTo(merged(plain.turns));
  }

  private static List<PlainManyToOne.Turn> turns(CarrierTrace seen) {
    List<PlainManyToOne.Turn> all = new ArrayList<>();
    for (CarrierTrace.Span span : seen.spans) {
      all.add(new PlainManyToOne.Turn(span.task(), span.start(), span.end(), false));
    }
    for (CarrierTrace.Captured kept : seen.captures) {
      all.add(new PlainManyToOne.Turn(kept.task(), kept.start(), kept.end(), true));
    }
    all.sort(Comparator.comparingLong(PlainManyToOne.Turn::start));
    return merged(all);
  }

  /** Without empty turns, and with those in one that follow each other. */
  private static List<PlainManyToOne.Turn> merged(List<PlainManyToOne.Turn> turns) {
    List<PlainManyToOne.Turn> all = new ArrayList<>();
    for (PlainManyToOne.Turn turn : turns) {
      PlainManyToOne.Turn last = all.isEmpty() ? null : all.getLast();
      if (turn.start() == turn.end()) {
        continue;
      }
      if (last != null
          && last.task() == turn.task()
          && last.blocked() == turn.blocked()
          && last.end() == turn.start()) {
        all.removeLast();
        all.add(new PlainManyToOne.Turn(last.task(), last.start(), turn.end(), last.blocked()));
      } else {
        all.add(turn);
      }
    }
    return all;
  }

  @Property
  void whileOneTaskBlocksNothingElseRunsAndWhatFallsDueStartsAfterwards(
      @ForAll("meeting") Workload workload, @ForAll SystemCalls calls) {
    CarrierTrace seen = new CarrierTrace(new ManyToOne(calls).run(Machine.cores(2), workload));
    for (CarrierTrace.Captured kept : seen.captures) {
      assertThat(seen.spans)
          .as("who runs while %s", kept)
          .noneMatch(span -> span.start() < kept.end() && kept.start() < span.end());
      assertThat(seen.mountTimes)
          .as("when tasks begin, while %s", kept)
          .noneMatch(time -> kept.start() < time && time < kept.end());
    }
  }

  @Property
  void manyToManyWithOneCarrierIsManyToOne(
      @ForAll("anything") Workload workload,
      @ForAll SystemCalls calls,
      @ForAll HandOff handOff,
      @ForAll @IntRange(min = 1, max = 3) int cores) {
    Machine machine = Machine.cores(cores);
    Run one = new ManyToOne(calls).with(handOff).run(machine, workload);
    Run many = ManyToMany.carriers(1).with(calls).with(handOff).run(machine, workload);
    assertThat(many.recorder().checksum()).isEqualTo(one.recorder().checksum());
    assertThat(many.outcome()).isEqualTo(one.outcome());
  }

  /** Why the law above needs each of its conditions. */
  @Example
  void manyToManyWithOneCarrierIsSomethingElseWithSparesOrWithStealingQueues() {
    Program file = Program.start().io(100, IoKind.FILE_COMPENSATED).end();
    Workload files = Workload.of(file, Program.start().compute(1).end());
    Machine machine = Machine.cores(2);
    Mapping one = new ManyToOne(SystemCalls.JACKETED);
    assertThat(one.run(machine, files).end()).isEqualTo(101);
    assertThat(ManyToMany.carriers(1).withMost(2).run(machine, files).end()).isEqualTo(100);

    Program wakes = Program.start().spawn(Program.start().compute(1).end()).compute(1).end();
    Workload families = Workload.of(wakes, Program.start().compute(5).end());
    Mapping local = ManyToMany.carriers(1).with(WorkStealing.of(WorkStealing.Order.FIFO));
    assertThat(new CarrierTrace(one.run(machine, families)).finished).containsExactly(0, 1, 2);
    assertThat(new CarrierTrace(local.run(machine, families)).finished).containsExactly(0, 2, 1);
  }

  @Property
  void oneKernelThreadIsEnoughForAnyNumberOfTasks(@ForAll("meeting") Workload workload) {
    Run run = new ManyToOne(SystemCalls.JACKETED).run(Machine.cores(4), workload);
    assertThat(run.recorder().count(Kind.THREAD_CREATED)).isEqualTo(1);
    assertThat(new CarrierTrace(run).mostRunning).isLessThanOrEqualTo(1);
  }

  @Provide
  Arbitrary<Workload> independent() {
    return Workloads.independent(IoKind.values());
  }

  @Provide
  Arbitrary<Workload> meeting() {
    return Workloads.meeting();
  }

  @Provide
  Arbitrary<Workload> anything() {
    return Workloads.anything();
  }
}
