package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import timeslice.kernel.NaiveMachine.Slice;
import timeslice.program.Nanos;
import timeslice.program.Operation;
import timeslice.program.Operation.Code;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.runtime.Run;

/** The kernel against one that counts ticks. */
class NaiveMachineProperties {

  @Example
  void aThreadThatSleepsAtOnceLeavesItsCoreToTheNext() {
    Program sleeper = Program.start().sleep(10).end();
    Run run = new OneToOne().run(Machine.cores(1), Workload.of(sleeper, sleeper, sleeper));
    assertThat(run.end()).as("three sleeps side by side").isEqualTo(10);
  }

  @Example
  void aThreadThatYieldsAloneGoesOnAtOnce() {
    Program program = Program.start().yield().yield().yield().compute(5).end();
    Run run = new OneToOne().run(Machine.cores(1), Workload.of(program));
    assertThat(run.end()).isEqualTo(5);
  }

  @Property(tries = 3000)
  void itAgreesSliceBySlice(
      @ForAll("programs") @Size(min = 1, max = 6) List<Program> programs,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll("quanta") long quantum,
      @ForAll @LongRange(max = 3) long switchCost) {
    NaiveMachine naive = new NaiveMachine(cores, quantum, switchCost);
    long end = naive.run(programs);
    Machine machine =
        Machine.cores(cores).with(RoundRobin.withQuantum(quantum)).withSwitchCost(switchCost);
    Run run = new OneToOne().run(machine, Workload.of(programs));
    List<Slice> slices =
        Turn.of(run.trace()).stream()
            .map(turn -> new Slice(turn.cpu(), turn.thread(), turn.start(), turn.end()))
            .toList();
    assertThat(inOrder(slices)).isEqualTo(inOrder(naive.slices));
    assertThat(run.end()).isEqualTo(end);
  }

  /** By time and CPU: one lists turns as they begin, the other as they end. */
  private static List<Slice> inOrder(List<Slice> slices) {
    return slices.stream()
        .sorted(Comparator.comparingLong(Slice::end).thenComparing(Slice::cpu))
        .toList();
  }

  @Provide
  Arbitrary<Long> quanta() {
    return Arbitraries.oneOf(Arbitraries.longs().between(1, 5), Arbitraries.just(1L << 40));
  }

  @Provide
  Arbitrary<List<Program>> programs() {
    Arbitrary<Nanos> times = Arbitraries.longs().between(0, 6).map(Nanos::of);
    Arbitrary<Operation> operations =
        Arbitraries.oneOf(
            times.map(time -> new Operation.Compute(time, Code.INTERPRETED, 0)),
            times.map(time -> new Operation.Compute(time, Code.NATIVE, 0)),
            times.map(time -> new Operation.Io(time, IoKind.FILE)),
            times.map(Operation.Sleep::new),
            Arbitraries.just(new Operation.Yield()));
    return operations.list().ofMaxSize(7).map(Program::new).list().ofMaxSize(6);
  }
}
