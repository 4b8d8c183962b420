package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Operation;
import timeslice.program.Operation.Code;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.Trace;

/** What holds of threads under a GIL (FACTS §2.5, §5.3), and what does not. */
class GilThreadsProperties {
  private static final GilThreads FIVE = GilThreads.cpython().withInterval(5);

  @Property
  void oneThreadHoldsAnInterpretersLockAtATime(
      @ForAll("programs") @Size(min = 1, max = 5) List<Program> programs,
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll @IntRange(min = 1, max = 3) int interpreters,
      @ForAll @LongRange(max = 4) long latency,
      @ForAll WaiterChoice choice) {
    GilThreads rules = FIVE.withInterpreters(interpreters).withWakeLatency(latency).with(choice);
    Run run = rules.run(machine(cores), Workload.of(programs));
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
    for (int i = 0; i < interpreters; i++) {
      long end = 0;
      for (GilRun.Hold hold : GilRun.holds(run.trace(), i)) { // throws where two would hold it
        assertThat(hold.from()).isGreaterThanOrEqualTo(end);
        assertThat(hold.thread() % interpreters).isEqualTo(i);
        end = hold.to();
      }
    }
  }

  @Property
  void aThreadComputesInterpretedCodeOnlyWhileItHoldsTheLock(
      @ForAll("programs") @Size(min = 1, max = 4) List<Program> programs,
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll @LongRange(max = 4) long latency) {
    Run run = FIVE.withWakeLatency(latency).run(machine(cores), Workload.of(programs));
    List<GilRun.Hold> holds = GilRun.holds(run.trace(), 0);
    for (int thread = 0; thread < programs.size(); thread++) {
      long held = 0;
      for (GilRun.Hold hold : holds) {
        held += hold.thread() == thread ? hold.to() - hold.from() : 0;
      }
      assertThat(held).isGreaterThanOrEqualTo(cpu(programs.get(thread), false));
    }
  }

  @Property
  void theMakespanLiesBetweenItsBounds(
      @ForAll("programs") @Size(min = 1, max = 5) List<Program> programs,
      @ForAll @IntRange(min = 1, max = 3) int cores) {
    Run run = FIVE.run(machine(cores), Workload.of(programs));
    long held = 0;
    long longest = 0;
    long all = 0;
    long cpu = 0;
    for (Program program : programs) {
      held += cpu(program, false);
      cpu += cpu(program, true);
      longest = Math.max(longest, cpu(program, true) + io(program));
      all += cpu(program, true) + io(program);
    }
    assertThat(run.end())
        .isGreaterThanOrEqualTo(held)
        .isGreaterThanOrEqualTo(longest)
        .isGreaterThanOrEqualTo((cpu + cores - 1) / cores)
        .isLessThanOrEqualTo(all);
  }

  @Property
  void onlyInterpretedCodeTakesAsLongOnAnyNumberOfCores(
      @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 1, max = 40) Long> cpus,
      @ForAll @IntRange(min = 1, max = 4) int cores) {
    List<Program> programs = new ArrayList<>();
    long sum = 0;
    for (long cpu : cpus) {
      programs.add(Program.start().compute(cpu).end());
      sum += cpu;
    }
    assertThat(FIVE.run(machine(cores), Workload.of(programs)).end()).isEqualTo(sum);
  }

  @Property
  void aLoneThreadIsNeverAskedForTheLock(
      @ForAll("programs") @Size(value = 1) List<Program> programs) {
    Run run = FIVE.run(machine(2), Workload.of(programs));
    assertThat(GilRun.requests(run.trace())).isZero();
    assertThat(run.end()).isEqualTo(cpu(programs.getFirst(), true) + io(programs.getFirst()));
  }

  @Property
  void afterARequestedDropAnotherThreadHoldsTheLockNext(
      @ForAll("programs") @Size(min = 2, max = 5) List<Program> programs,
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll @LongRange(max = 4) long latency,
      @ForAll WaiterChoice choice) {
    GilThreads rules = FIVE.withWakeLatency(latency).with(choice);
    List<GilRun.Hold> holds =
        GilRun.holds(rules.run(machine(cores), Workload.of(programs)).trace(), 0);
    for (int i = 0; i + 1 < holds.size(); i++) {
      if (holds.get(i).dropWasAsked()) {
        assertThat(holds.get(i + 1).thread()).isNotEqualTo(holds.get(i).thread());
      }
    }
  }

  @Property
  void nobodyAsksBeforeItHasWaitedAnIntervalInVain(
      @ForAll("programs") @Size(min = 2, max = 4) List<Program> programs,
      @ForAll @IntRange(min = 1, max = 3) int cores) {
    Trace trace = FIVE.run(machine(cores), Workload.of(programs)).trace();
    int holder = -1;
    long since = 0; // when the lock last went to another thread
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.GIL_TAKEN) {
        since = trace.who(i) == holder ? since : trace.time(i);
        holder = trace.who(i);
      } else if (trace.kind(i) == Kind.GIL_REQUESTED) {
        assertThat(trace.time(i) - since).isGreaterThanOrEqualTo(5);
      }
    }
  }

  @Property
  void aNativeCallIsNeverCutShort(
      @ForAll @Size(min = 2, max = 4) List<@LongRange(min = 1, max = 30) Long> calls,
      @ForAll @IntRange(min = 1, max = 3) int cores) {
    List<Program> programs = new ArrayList<>();
    for (long ns : calls) {
      programs.add(Program.start().compute(ns, Code.NATIVE).end());
    }
    List<GilRun.Hold> holds =
        GilRun.holds(FIVE.run(Machine.cores(cores), Workload.of(programs)).trace(), 0);
    for (int thread = 0; thread < calls.size(); thread++) {
      int its = thread;
      assertThat(holds.stream().filter(hold -> hold.thread() == its && hold.to() > hold.from()))
          .hasSize(1);
    }
  }

  @Property
  void withCheckpointsTheLockIsLostOnlyAtOne(
      @ForAll @Size(min = 2, max = 4) List<@LongRange(min = 1, max = 40) Long> cpus,
      @ForAll @LongRange(min = 1, max = 9) long distance) {
    List<Program> programs = new ArrayList<>();
    for (long cpu : cpus) {
      programs.add(Program.start().compute(cpu).end());
    }
    GilThreads rules = FIVE.withCheckpointEvery(distance);
    Run run = rules.run(Machine.cores(programs.size()), Workload.of(programs));
    long[] done = new long[cpus.size()];
    for (GilRun.Hold hold : GilRun.holds(run.trace(), 0)) {
      done[hold.thread()] += hold.to() - hold.from(); // as many cores as threads: no other wait
      boolean end = done[hold.thread()] == cpus.get(hold.thread());
      assertThat(end || done[hold.thread()] % distance == 0).isTrue();
    }
  }

  @Property
  void whoWaitsForALockOfTheProgramGetsItWhateverTheGilDoes(
      @ForAll @Size(min = 2, max = 5) List<@LongRange(min = 1, max = 12) Long> inside,
      @ForAll @LongRange(max = 9) long outside,
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll @LongRange(max = 4) long latency,
      @ForAll WaiterChoice choice) {
    List<Program> programs = new ArrayList<>();
    for (long ns : inside) {
      programs.add(
          Program.start()
              .repeat(3, part -> part.compute(outside).lock(0).compute(ns).unlock(0))
              .end());
    }
    Run run = FIVE.withWakeLatency(latency).with(choice).run(machine(cores), Workload.of(programs));
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
  }

  @Property
  void anInterpreterEachIsAsGoodAsNoLock(
      @ForAll("programs") @Size(min = 1, max = 4) List<Program> programs,
      @ForAll @IntRange(min = 1, max = 3) int cores) {
    Workload workload = Workload.of(programs);
    GilThreads rules = FIVE.withInterpreters(programs.size());
    assertThat(rules.run(machine(cores), workload).end())
        .isEqualTo(new OneToOne().run(machine(cores), workload).end());
  }

  @Example
  void nativeCodeThatReleasesTheLockOverlaps() {
    Program hash = Program.start().compute(100, Code.NATIVE_RELEASING).end();
    assertThat(FIVE.run(Machine.cores(2), Workload.of(hash, hash)).end()).isEqualTo(100);
    Program held = Program.start().compute(100, Code.NATIVE).end();
    assertThat(FIVE.run(Machine.cores(2), Workload.of(held, held)).end()).isEqualTo(200);
  }

  // False: "one CPU thread beside a thread with I/O is no worse than without a GIL".
  @Example
  void theConvoyMakesEachShortIoWaitForAnInterval() {
    Program cpu = Program.start().compute(1000).end();
    Program io = Program.start().repeat(10, part -> part.compute(1).io(2)).end();
    Workload both = Workload.of(cpu, io);
    assertThat(lastOf(io(both, FIVE), 1)).isGreaterThan(10 * 5);
    assertThat(lastOf(io(both, new OneToOne()), 1)).isEqualTo(30);
  }

  // … and it is a race: a waiter that needs longer to wake than the I/O takes comes too late.
  @Example
  void anIoShorterThanTheWakeUpDoesNotLoseTheLock() {
    Program cpu = Program.start().compute(1000).end();
    Program io = Program.start().repeat(10, part -> part.compute(1).io(2)).end();
    GilThreads slowToWake = FIVE.withWakeLatency(4);
    long convoy = lastOf(io(Workload.of(cpu, io), FIVE), 1);
    assertThat(lastOf(io(Workload.of(cpu, io), slowToWake), 1)).isLessThan(convoy);
  }

  // False: "n threads are never slower than one": handing over is not free.
  @Example
  void threadsUnderAGilCanBeSlowerThanOne() {
    Program whole = Program.start().compute(100).end();
    Program half = Program.start().compute(50).end();
    Machine machine = Machine.cores(2).withSwitchCost(1);
    GilThreads rules = FIVE.withWakeLatency(1);
    assertThat(rules.run(machine, Workload.of(half, half)).end())
        .isGreaterThan(rules.run(machine, Workload.of(whole)).end());
  }

  private static Trace io(Workload workload, Mapping mapping) {
    return mapping.run(Machine.cores(2), workload).trace();
  }

  private static long lastOf(Trace trace, int task) {
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.TASK_ENDED && trace.who(i) == task) {
        return trace.time(i);
      }
    }
    throw new AssertionError("task " + task + " never ended");
  }

  private static Machine machine(int cores) {
    return Machine.cores(cores).with(RoundRobin.withQuantum(7));
  }

  private static long cpu(Program program, boolean releasingToo) {
    long sum = 0;
    for (Operation operation : program.operations()) {
      if (operation instanceof Operation.Compute compute
          && (releasingToo || compute.code() != Code.NATIVE_RELEASING)) {
        sum += compute.time().min();
      }
    }
    return sum;
  }

  private static long io(Program program) {
    long sum = 0;
    for (Operation operation : program.operations()) {
      if (operation instanceof Operation.Io io) {
        sum += io.time().min();
      }
    }
    return sum;
  }

  @Provide
  Arbitrary<List<Program>> programs() {
    Arbitrary<Operation> operation =
        Arbitraries.oneOf(
            compute(Code.INTERPRETED),
            compute(Code.INTERPRETED),
            compute(Code.NATIVE),
            compute(Code.NATIVE_RELEASING),
            Arbitraries.longs()
                .between(1, 12)
                .map(ns -> Program.start().io(ns).end().operations().getFirst()));
    return operation.list().ofMinSize(1).ofMaxSize(5).map(Program::new).list();
  }

  private static Arbitrary<Operation> compute(Code code) {
    return Arbitraries.longs()
        .between(1, 20)
        .map(ns -> Program.start().compute(ns, code).end().operations().getFirst());
  }
}
