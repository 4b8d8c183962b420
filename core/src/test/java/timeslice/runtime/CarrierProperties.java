package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Nanos;
import timeslice.program.Operation;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;

/** What is true of every mapping with carriers, whatever the tasks do. */
class CarrierProperties {

  @Property
  void aTaskRunsAsLongAsItsProgramSaysBetweenTwoWaitsWhoeverCarriesIt(
      @ForAll("independent") Workload workload,
      @ForAll("mappings") Mapping mapping,
      @ForAll("machines") Machine machine) {
    CarrierTrace seen = new CarrierTrace(mapping.run(machine, workload));
    int task = 0;
    for (Workload.Group group : workload.groups()) {
      for (int i = 0; i < group.count(); i++) {
        assertThat(seen.stretches.get(task))
            .as("stretches of task %d of %s on %s with %s", task, workload, machine, mapping)
            .isEqualTo(stretches(workload.programs().get(group.program())));
        task++;
      }
    }
  }

  /** How long a program computes up to each wait and each yield, and to its end. */
  private static List<Long> stretches(Program program) {
    List<Long> all = new ArrayList<>();
    long cpu = 0;
    for (Operation operation : program.operations()) {
      if (operation instanceof Operation.Compute compute) {
        cpu += compute.time().min();
      } else {
        all.add(cpu);
        cpu = 0;
      }
    }
    all.add(cpu);
    return all;
  }

  @Property
  void everyTaskEndsOnceAndNoneIsLost(
      @ForAll("meeting") Workload workload,
      @ForAll("mappings") Mapping mapping,
      @ForAll("machines") Machine machine) {
    Run run = mapping.run(machine, workload);
    CarrierTrace seen = new CarrierTrace(run);
    assertThat(seen.finished).as("tasks that ended").doesNotHaveDuplicates();
    if (mapping instanceof VirtualThreads threads && threads.jdk() < 24) {
      return; // a pinned carrier may be the last one: see VirtualThreadsProperties
    }
    assertThat(seen.finished)
        .as("tasks that ended of %s on %s with %s", workload, machine, mapping)
        .hasSize(run.tasks());
    assertThat(run.outcome()).isInstanceOf(Outcome.Finished.class);
    assertThat(seen.mounts).isEqualTo(seen.unmounts);
  }

  @Property
  void mountingAndUnmountingCostWhatTheyCost(
      @ForAll("meeting") Workload workload,
      @ForAll @IntRange(min = 1, max = 3) int carriers,
      @ForAll @IntRange(max = 3) int mount,
      @ForAll @IntRange(max = 3) int unmount,
      @ForAll @IntRange(max = 3) int wakeUp) {
    RuntimeCosts.Moves moves = new RuntimeCosts.Moves(mount, unmount, 0, wakeUp, 0);
    ManyToMany free = ManyToMany.carriers(carriers);
    CarrierTrace plain = new CarrierTrace(free.run(Machine.cores(2), workload));
    Run run = free.with(RuntimeCosts.FREE.with(moves)).run(Machine.cores(2), workload);
    CarrierTrace paid = new CarrierTrace(run);
    long work = 0;
    long ran = 0;
    long changes = 0;
    for (int task = 0; task < run.tasks(); task++) {
      work += plain.cpu(task);
      ran += paid.cpu(task);
      changes += paid.mounts[task] * mount + paid.unmounts[task] * unmount;
    }
    assertThat(run.outcome()).isInstanceOf(Outcome.Finished.class);
    assertThat(ran).as("time with tasks").isEqualTo(work + changes);
  }

  @Property
  void noMoreTasksRunThanThereAreCarriersOrCpus(
      @ForAll("anything") Workload workload,
      @ForAll("mappings") Mapping mapping,
      @ForAll("machines") Machine machine) {
    CarrierTrace seen = new CarrierTrace(mapping.run(machine, workload));
    assertThat(seen.mostRunning).isLessThanOrEqualTo(Math.min(seen.threads, machine.cpus()));
    int most =
        switch (mapping) {
          case ManyToMany many -> many.most();
          case VirtualThreads threads -> threads.maxPoolSize();
          default -> 1;
        };
    assertThat(seen.threads).as("kernel threads").isLessThanOrEqualTo(most);
  }

  @Property
  void noCarrierIsIdleWhileATaskIsReady(
      @ForAll("meeting") Workload workload,
      @ForAll @IntRange(min = 1, max = 4) int carriers,
      @ForAll("queues") RunQueues.Factory queues) {
    Run run = ManyToMany.carriers(carriers).with(queues).run(Machine.cores(carriers), workload);
    assertThat(new CarrierTrace(run).idleWhileReady).isZero();
  }

  @Property
  void theKindOfEventQueueMakesNoDifference(
      @ForAll("anything") Workload workload,
      @ForAll("mappings") Mapping mapping,
      @ForAll("machines") Machine machine) {
    Run heap = mapping.run(machine.with(Machine.Queue.HEAP), workload);
    Run radix = mapping.run(machine.with(Machine.Queue.RADIX), workload);
    assertThat(radix.recorder().checksum()).isEqualTo(heap.recorder().checksum());
    assertThat(radix.outcome()).isEqualTo(heap.outcome());
    assertThat(radix.end()).isEqualTo(heap.end());
  }

  @Property
  void oneToOneNeedsAThreadForEachTaskAndCarriersDoNot(
      @ForAll("independent") Workload workload,
      @ForAll @IntRange(min = 1, max = 4) int carriers,
      @ForAll @IntRange(max = 3) int spares) {
    Run own = new OneToOne().run(Machine.cores(2), workload);
    assertThat(own.recorder().count(Kind.THREAD_CREATED)).isEqualTo(workload.tasks());
    ManyToMany many = ManyToMany.carriers(carriers).withMost(carriers + spares);
    Run shared = many.run(Machine.cores(2), workload);
    assertThat(shared.recorder().count(Kind.THREAD_CREATED))
        .isBetween((long) carriers, (long) carriers + spares);
  }

  @Property
  void aSemaphoreBoundsWhatIsInFlightAndNotHowManyTasksThereAre(
      @ForAll @IntRange(min = 1, max = 40) int tasks,
      @ForAll @IntRange(min = 1, max = 5) int permits,
      @ForAll @IntRange(min = 1, max = 3) int carriers) {
    Program request =
        Program.start()
            .then(new Operation.Acquire(0))
            .io(Nanos.between(1, 9))
            .then(new Operation.Release(0))
            .end();
    Workload workload = Workload.many(tasks, request, tasks).withPermits(permits);
    Run run = ManyToMany.carriers(carriers).run(Machine.cores(2), workload);
    assertThat(run.recorder().count(Kind.TASK_CREATED)).isEqualTo(tasks);
    assertThat(mostInFlight(run.trace())).isEqualTo(Math.min(tasks, permits));
    assertThat(run.outcome()).isInstanceOf(Outcome.Finished.class);
  }

  private static int mostInFlight(Trace trace) {
    boolean[] waits = new boolean[trace.size()];
    int inFlight = 0;
    int most = 0;
    for (int i = 0; i < trace.size(); i++) {
      int task = trace.who(i);
      if (trace.kind(i) == Kind.UNMOUNTED && trace.value(i) == StopReason.IO.ordinal()) {
        waits[task] = true;
        most = Math.max(most, ++inFlight);
      } else if (trace.kind(i) == Kind.TASK_READY && waits[task]) {
        waits[task] = false;
        inFlight--;
      }
    }
    return most;
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

  @Provide
  Arbitrary<RunQueues.Factory> queues() {
    Arbitrary<RunQueues.Factory> stealing =
        Combinators.combine(
                Arbitraries.of(WorkStealing.Order.values()),
                Arbitraries.of(WorkStealing.Victims.values()),
                Arbitraries.longs().between(0, 9))
            .as(WorkStealing::new);
    return Arbitraries.oneOf(Arbitraries.just(SharedQueue.fifo()), stealing);
  }

  @Provide
  Arbitrary<Mapping> mappings() {
    Arbitrary<Integer> few = Arbitraries.integers().between(1, 4);
    Arbitrary<HandOff> handOff = Arbitraries.of(HandOff.values());
    Arbitrary<SystemCalls> calls = Arbitraries.of(SystemCalls.values());
    Arbitrary<Mapping> one =
        Combinators.combine(calls, handOff)
            .as((how, locks) -> new ManyToOne(how, RuntimeCosts.FREE, locks));
    Arbitrary<Mapping> many =
        Combinators.combine(few, Arbitraries.integers().between(0, 2), calls, queues(), handOff)
            .as(
                (n, spares, how, queues, locks) ->
                    new ManyToMany(n, n + spares, how, queues, RuntimeCosts.FREE, locks));
    Arbitrary<Mapping> java =
        Combinators.combine(Arbitraries.integers().between(21, 25), few, handOff)
            .as(
                (jdk, n, locks) ->
                    VirtualThreads.jdk(jdk).withParallelism(n).withMaxPoolSize(n + 2).with(locks));
    return Arbitraries.oneOf(one, many, many, java);
  }

  @Provide
  Arbitrary<Machine> machines() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 4),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 1))
        .as(
            (cores, quantum, cost) -> {
              Machine machine = Machine.cores(cores).withSwitchCost(cost);
              return quantum == 0 ? machine : machine.with(RoundRobin.withQuantum(quantum));
            });
  }
}
