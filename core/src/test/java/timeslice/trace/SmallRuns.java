package timeslice.trace;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.program.SplitMix;
import timeslice.program.Workload;
import timeslice.runtime.HandOff;
import timeslice.runtime.OneToOne;
import timeslice.runtime.Run;

/**
 * Runs of a few tasks that compute, wait, and meet each other, small enough that ties and waits are
 * common. Some end in a deadlock, or wait for what never comes.
 */
public final class SmallRuns {
  private SmallRuns() {}

  /** A machine and what is to run on it. */
  public record Case(Machine machine, Workload workload, HandOff handOff) {
    public Run run() {
      return new OneToOne(handOff).run(machine, workload);
    }

    @Override
    public String toString() {
      return machine.cores() + " x " + machine.hardwareThreads() + ", " + handOff + ", " + workload;
    }
  }

  /** Any machine with one queue for all CPUs. */
  public static Arbitrary<Case> any() {
    return Combinators.combine(machines(), Arbitraries.longs(), Arbitraries.of(HandOff.values()))
        .as((machine, seed, handOff) -> new Case(machine, workload(seed), handOff));
  }

  private static Arbitrary<Machine> machines() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of(true, false, false))
        .as(SmallRuns::machine);
  }

  private static Machine machine(int cores, int switchCost, int quantum, boolean siblings) {
    Machine machine = Machine.cores(cores).withSwitchCost(switchCost);
    machine = quantum == 0 ? machine : machine.with(RoundRobin.withQuantum(quantum));
    return siblings ? machine.withSiblings() : machine;
  }

  private static Workload workload(long seed) {
    SplitMix random = new SplitMix(seed);
    List<Program> programs = new ArrayList<>();
    List<Workload.Group> groups = new ArrayList<>();
    int count = 1 + random.below(4);
    for (int i = 0; i < count; i++) {
      programs.add(program(random, 1 + random.below(6), true));
      groups.add(new Workload.Group(i, 1 + random.below(2), random.below(4), random.below(3)));
    }
    return new Workload(programs, groups, seed, List.of(1, 2));
  }

  private static Program program(SplitMix random, int parts, boolean mayHaveChildren) {
    Program.Builder program = Program.start();
    for (int i = 0; i < parts; i++) {
      switch (random.below(mayHaveChildren ? 10 : 9)) {
        case 0, 1 -> program.compute(random.below(6));
        case 2 -> program.io(random.below(6));
        case 3 -> program.sleep(1 + random.below(4));
        case 4 -> program.yield();
        case 5 -> critical(program, random);
        case 6 -> limited(program, random);
        case 7 -> pipe(program, random);
        case 8 -> future(program, random);
        default -> program.spawn(program(random, 2, false)).compute(random.below(3)).join();
      }
    }
    return program.end();
  }

  /** Locks in either order, so that two tasks can deadlock; sometimes with a condition. */
  private static void critical(Program.Builder program, SplitMix random) {
    int outer = random.below(2);
    boolean nested = random.below(3) == 0;
    program.lock(outer).compute(random.below(4));
    if (nested) {
      program.lock(1 - outer).compute(random.below(3)).unlock(1 - outer);
    }
    switch (random.below(5)) {
      case 0 -> program.then(new Operation.Wait(outer, outer)).compute(random.below(3));
      case 1 -> program.then(new Operation.Notify(outer));
      case 2 -> program.then(new Operation.NotifyAll(outer));
      default -> program.io(random.below(3));
    }
    program.unlock(outer);
  }

  private static void limited(Program.Builder program, SplitMix random) {
    int semaphore = random.below(3);
    program.then(new Operation.Acquire(semaphore)).compute(random.below(4)).io(random.below(3));
    program.then(new Operation.Release(semaphore));
  }

  private static void pipe(Program.Builder program, SplitMix random) {
    boolean sends = random.below(3) > 0;
    int pipe = random.below(2);
    program.then(
        sends
            ? new Operation.Send(pipe, 20_000 * (1 + random.below(4)))
            : new Operation.Receive(pipe));
  }

  private static void future(Program.Builder program, SplitMix random) {
    int future = random.below(2);
    boolean completes = random.below(3) > 0;
    program.then(completes ? new Operation.Complete(future) : new Operation.Await(future));
  }
}
