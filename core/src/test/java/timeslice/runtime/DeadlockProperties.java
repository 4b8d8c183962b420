package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.runtime.Small.compute;
import static timeslice.runtime.Small.program;
import static timeslice.runtime.Small.run;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Operation;
import timeslice.program.Operation.Join;
import timeslice.program.Operation.Lock;
import timeslice.program.Operation.Spawn;
import timeslice.program.Operation.Unlock;
import timeslice.program.Operation.Wait;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.Outcome.Deadlock;
import timeslice.runtime.Outcome.Waiting;
import timeslice.trace.StopReason;

/** Circles of tasks, and how not to have them. */
class DeadlockProperties {

  private static Program nested(int outer, int inner) {
    return program(
        new Lock(outer), compute(5), new Lock(inner), new Unlock(inner), new Unlock(outer));
  }

  @Example
  void twoLocksInOppositeOrderAreADeadlock() {
    Run run = run(2, nested(0, 1), nested(1, 0));
    assertThat(run.outcome())
        .isEqualTo(
            new Deadlock(
                List.of(
                    new Waiting(0, StopReason.LOCK, 1, 1), new Waiting(1, StopReason.LOCK, 0, 0))));
    assertThat(run.outcome().sentence())
        .isEqualTo(
            "deadlock: task 0 waits for lock 1 that task 1 holds, task 1 waits for lock 0 that"
                + " task 0 holds");
  }

  @Example
  void onOneCoreWithoutTimeSlicesTheSameProgramsFinish() {
    assertThat(run(1, nested(0, 1), nested(1, 0)).outcome()).isEqualTo(new Outcome.Finished());
  }

  @Example
  void whoWaitsForAChildThatWantsItsLockWaitsForEver() {
    Program child = program(new Lock(0), new Unlock(0));
    Run run = run(2, program(new Lock(0), new Spawn(child), new Join(), new Unlock(0)));
    assertThat(run.outcome())
        .isEqualTo(
            new Deadlock(
                List.of(
                    new Waiting(0, StopReason.JOIN, -1, 1),
                    new Waiting(1, StopReason.LOCK, 0, 0))));
  }

  @Example
  void aLockThatANotifiedTaskWantsBackCountsToo() {
    Program waits = program(new Lock(1), new Lock(0), new Wait(0, 0), new Unlock(0), new Unlock(1));
    Program wakes =
        program(compute(5), new Lock(0), new Operation.Notify(0), new Lock(1), new Unlock(1));
    assertThat(run(2, waits, wakes).outcome())
        .isEqualTo(
            new Deadlock(
                List.of(
                    new Waiting(0, StopReason.LOCK, 0, 1), new Waiting(1, StopReason.LOCK, 1, 0))));
  }

  @Example
  void whoWaitsBeforeACircleIsNotPartOfIt() {
    Program outside = program(compute(9), new Lock(0), new Unlock(0));
    Run run = run(3, outside, nested(1, 0), nested(0, 1));
    assertThat(run.outcome())
        .isEqualTo(
            new Deadlock(
                List.of(
                    new Waiting(1, StopReason.LOCK, 0, 2), new Waiting(2, StopReason.LOCK, 1, 1))));
  }

  @Example
  void aLongQueueBeforeACircleIsNoTrouble() {
    List<Program> programs = new ArrayList<>();
    programs.add(program(compute(9), new Lock(0), new Unlock(0)));
    programs.add(nested(0, 1));
    programs.add(nested(1, 0));
    List<Workload.Group> groups =
        List.of(
            new Workload.Group(0, 200_000, 0, 0),
            new Workload.Group(1, 1, 0, 0),
            new Workload.Group(2, 1, 0, 0));
    Machine machine = Machine.cores(2).with(RoundRobin.withQuantum(4));
    Run run = new OneToOne().run(machine, new Workload(programs, groups, 0, List.of()));
    assertThat(run.outcome()).isInstanceOf(Deadlock.class);
    assertThat(((Deadlock) run.outcome()).cycle()).hasSize(2);
  }

  /** Locks taken in rising order: the standard cure. */
  @Property(tries = 500)
  void orderedLocksNeverDeadlock(
      @ForAll("ordered") List<Program> programs,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll @IntRange(min = 1, max = 3) int quantum,
      @ForAll Machine.Queue queue,
      @ForAll HandOff handOff) {
    Machine machine = Machine.cores(cores).with(queue).with(RoundRobin.withQuantum(quantum));
    Run run = new OneToOne(handOff).run(machine, Workload.of(programs));
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
  }

  @Provide
  Arbitrary<List<Program>> ordered() {
    Arbitrary<TreeSet<Integer>> locks =
        Arbitraries.integers().between(0, 4).set().ofMaxSize(4).map(TreeSet::new);
    Arbitrary<Integer> times = Arbitraries.integers().between(0, 4);
    return Combinators.combine(locks, times)
        .as(
            (held, ns) -> {
              List<Operation> all = new ArrayList<>();
              for (int lock : held) {
                all.add(new Lock(lock));
                all.add(compute(ns));
              }
              for (int lock : held) {
                all.add(new Unlock(lock));
              }
              return new Program(all);
            })
        .list()
        .ofMinSize(2)
        .ofMaxSize(6);
  }
}
