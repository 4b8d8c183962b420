package timeslice.explore.program;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.explore.program.Register.R0;
import static timeslice.explore.program.Register.R1;
import static timeslice.explore.program.Register.R2;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.explore.Counted;
import timeslice.explore.Interleavings;
import timeslice.explore.Reached;
import timeslice.explore.Replay;
import timeslice.explore.Witness;

/** Merging equal states changes nothing: each interleaving by itself gives the same answers. */
class MergingProperties {

  @Property(tries = 400)
  void countsAreThoseOfEveryInterleavingByItself(
      @ForAll("any") List<List<Scripts.Op>> script, @ForAll boolean gil) {
    agree(script, gil);
  }

  @Property(tries = 400)
  void theyAreAlsoWhereRegistersMatter(@ForAll("registers") List<List<Scripts.Op>> script) {
    agree(script, false);
  }

  @Example
  void aRegisterThatALoopReadsAgainIsKept() {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    ThreadCode code = program.thread().set(R0, 2).set(R1, 3).set(R2, 0);
    code.label("again").add(R2, R1).store(x, R2);
    code.add(R0, -1).jumpIf(R0, Comparison.NOT_EQUAL, 0, "again");
    program.thread().load(R0, x).add(R0, 1).store(x, R0);
    agree(program.build(), false);
  }

  @Property(tries = 300)
  void theyAreAlsoWhereOneOfSeveralIsWoken(
      @ForAll("waiting") List<List<Scripts.Op>> script, @ForAll boolean gil) {
    agree(script, gil);
  }

  private static void agree(List<List<Scripts.Op>> script, boolean gil) {
    agree(Scripts.program(script), gil);
  }

  private static void agree(ConcurrentProgram program, boolean gil) {
    EveryInterleaving each = new EveryInterleaving(program, gil);
    ProgramModel model = model(program, gil);
    Function<int[], String> all =
        state -> Arrays.toString(Arrays.copyOf(state, program.shared().length));
    Counted<String> counted = Interleavings.of(model).count(all).proved();
    assertThat(counted.outcomes()).as("outcomes").isEqualTo(each.outcomes);
    assertThat(counted.deadlocks().interleavings()).as("deadlocks").isEqualTo(each.deadlocks);
    assertThat(counted.violations().interleavings()).as("violations").isEqualTo(each.violations);
    assertThat(schedule(counted.deadlocks().first())).isEqualTo(Optional.ofNullable(each.deadlock));
    assertThat(schedule(counted.violations().first()))
        .isEqualTo(Optional.ofNullable(each.violation));

    Reached<String> reached = Interleavings.of(model).reach(all).proved();
    assertThat(reached.outcomes()).as("reachable outcomes").isEqualTo(each.outcomes.keySet());
    assertThat(schedule(reached.deadlock())).isEqualTo(Optional.ofNullable(each.deadlock));
    assertThat(schedule(reached.violation())).isEqualTo(Optional.ofNullable(each.violation));
    assertThat(reached.states()).as("states").isLessThanOrEqualTo(counted.states());
  }

  @Property(tries = 200)
  void aWitnessCanBeRunAgainAndEndsWhereItSays(@ForAll("any") List<List<Scripts.Op>> script) {
    ProgramModel model = model(Scripts.program(script), false);
    Reached<Integer> reached = Interleavings.of(model).reach(_ -> 0).proved();
    reached
        .violation()
        .ifPresent(
            witness -> {
              int[] end = Replay.end(model, witness.schedule());
              assertThat(model.violation(end)).isEqualTo(witness.what());
            });
    reached
        .deadlock()
        .ifPresent(
            witness -> {
              Replay replay = Replay.of(model, witness.schedule());
              assertThat(replay.steps()).hasSameSizeAs(witness.schedule());
              assertThat(replay.waiting()).isNotEmpty();
              replay
                  .waiting()
                  .forEach(
                      step ->
                          assertThat(witness.what())
                              .contains("thread " + step.thread() + " " + step.words()));
            });
  }

  @Property(tries = 100)
  void theSameProgramGivesTheSameAnswer(@ForAll("any") List<List<Scripts.Op>> script) {
    ProgramModel one = model(Scripts.program(script), false);
    ProgramModel other = model(Scripts.program(script), false);
    Function<int[], Integer> x = Scripts.program(script).variable("x")::in;
    assertThat(Interleavings.of(one).count(x)).isEqualTo(Interleavings.of(other).count(x));
    assertThat(Interleavings.of(one).reach(x)).isEqualTo(Interleavings.of(other).reach(x));
  }

  @Example
  void deadRegistersWouldKeepStatesApart() {
    // 62,844 states is what the racy counter has if nothing is told apart that has one future.
    Variable x = ClassicPrograms.racyCounter(2, 10).variable("x");
    ProgramModel model = new ProgramModel(ClassicPrograms.racyCounter(2, 10));
    Counted<Integer> counted = Interleavings.of(model).count(x::in).proved();
    assertThat(counted.states()).isEqualTo(62_844);
    assertThat(Interleavings.of(model).reach(x::in).proved().states()).isEqualTo(62_844);
  }

  private static Optional<List<Integer>> schedule(Optional<Witness> witness) {
    return witness.map(Witness::schedule);
  }

  private static ProgramModel model(ConcurrentProgram program, boolean gil) {
    ProgramModel model = new ProgramModel(program);
    return gil ? model.underGil() : model;
  }

  @Provide
  Arbitrary<List<List<Scripts.Op>>> any() {
    return Scripts.of(Scripts.ALL);
  }

  @Provide
  Arbitrary<List<List<Scripts.Op>>> registers() {
    return Scripts.of(Scripts.REGISTERS);
  }

  @Provide
  Arbitrary<List<List<Scripts.Op>>> waiting() {
    return Scripts.waiting();
  }
}
