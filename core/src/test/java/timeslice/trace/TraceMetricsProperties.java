package timeslice.trace;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.kernel.Kernel;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.runtime.Outcome;
import timeslice.runtime.Run;
import timeslice.trace.SmallRuns.Case;

class TraceMetricsProperties {

  @Provide
  Arbitrary<Case> cases() {
    return SmallRuns.any();
  }

  @Example
  void aTextbookExampleByHand() {
    Machine machine = Machine.cores(1).with(RoundRobin.withQuantum(2)).withSwitchCost(1);
    Program three = Program.start().compute(3).end();
    Program two = Program.start().compute(2).io(4).compute(1).end();
    Trace trace = new OneToOne().run(machine, Workload.of(three, two)).trace();
    // 0: switch, A 1-3, switch, B 4-6, switch, A 7-8, idle to 10, switch, B 11-12
    TraceMetrics metrics = TraceMetrics.of(trace, 1);
    TaskTimes tasks = metrics.tasks();
    assertThat(metrics.makespan()).isEqualTo(12);
    assertThat(metrics.busy(0)).isEqualTo(6);
    assertThat(metrics.switching(0)).isEqualTo(4);
    assertThat(metrics.switches()).isEqualTo(4);
    assertThat(metrics.utilisation()).isEqualTo(0.5);
    assertThat(metrics.throughput()).isEqualTo(2e9 / 12);
    assertThat(tasks.response(0)).isEqualTo(1);
    assertThat(tasks.response(1)).isEqualTo(4);
    assertThat(tasks.meanResponse()).isEqualTo(2.5);
    assertThat(tasks.turnaround(0)).isEqualTo(8);
    assertThat(tasks.turnaround(1)).isEqualTo(12);
    assertThat(tasks.meanTurnaround()).isEqualTo(10);
    assertThat(tasks.waiting(0)).isEqualTo(3);
    assertThat(tasks.waiting(1)).isEqualTo(3);
    assertThat(tasks.meanWaiting()).isEqualTo(3);
    assertThat(tasks.in(Phase.WAITING, 1)).isEqualTo(4);
    assertThat(tasks.taskTime()).isEqualTo(20);
  }

  @Example
  void memoryAndTheGilAreCounted() {
    TraceScript story = TraceScript.start().note(Kind.TOUCHED, 0, 0, 3, 10);
    story.note(Kind.TOUCHED, 0, 0, 2, 10).note(Kind.FLUSHED, 0, 0, -1, 0);
    story.gilTaken(0).at(4).gilDropped(0).gilTaken(0).gilDropped(0).gilTaken(1).at(9);
    Trace trace = story.task(0).trace();
    TraceMetrics metrics = TraceMetrics.of(trace, 1);
    assertThat(metrics.tlbMisses()).isEqualTo(5);
    assertThat(metrics.flushes()).isEqualTo(1);
    assertThat(metrics.gilHandOffs()).isEqualTo(1);
    assertThat(GilHold.all(trace))
        .containsExactly(new GilHold(0, 0, 0, 4), new GilHold(0, 0, 4, 4), new GilHold(0, 1, 4, 9));
  }

  @Example
  void whoNeverRanHasNoResponseTime() {
    Trace trace = TraceScript.start().task(0).at(9).task(1).trace();
    TraceMetrics metrics = TraceMetrics.of(trace, 1);
    assertThat(metrics.tasks().response(0)).isEqualTo(TaskTimes.NEVER);
    assertThat(metrics.tasks().turnaround(0)).isEqualTo(TaskTimes.NEVER);
    assertThat(metrics.tasks().waiting(0)).isEqualTo(9);
    assertThat(metrics.utilisation()).isZero();
    assertThat(metrics.throughput()).isZero();
  }

  /** FACTS 5.2e: on a path that begins and ends empty, with no assumption at all. */
  @Property
  void littlesLawIsExact(@ForAll("cases") Case given) {
    Run run = given.run();
    Assume.that(run.outcome() instanceof Outcome.Finished);
    TaskTimes tasks = TraceMetrics.of(run.trace(), given.machine().cpus()).tasks();
    assertThat(tasks.taskTime()).isEqualTo(tasks.totalTurnaround());
  }

  @Property
  void turnaroundIsTheSumOfAllPhases(@ForAll("cases") Case given) {
    TaskTimes tasks = TraceMetrics.of(given.run().trace(), given.machine().cpus()).tasks();
    for (int task = 0; task < tasks.size(); task++) {
      long sum = 0;
      for (Phase phase : Phase.values()) {
        sum += tasks.in(phase, task);
      }
      if (tasks.turnaround(task) != TaskTimes.NEVER) {
        assertThat(sum).as("task %d", task).isEqualTo(tasks.turnaround(task));
        assertThat(tasks.response(task)).as("task %d", task).isBetween(0L, sum);
      }
    }
  }

  @Property
  void aTaskComputesWhatItsProgramAsksFor(@ForAll("cases") Case given) {
    Run run = given.run();
    Assume.that(run.outcome() instanceof Outcome.Finished);
    Assume.that(given.machine().hardwareThreads() == 1);
    TaskTimes tasks = TraceMetrics.of(run.trace(), given.machine().cpus()).tasks();
    int task = 0;
    for (Workload.Group group : given.workload().groups()) {
      Program program = given.workload().programs().get(group.program());
      for (int i = 0; i < group.count(); i++) {
        assertThat(tasks.in(Phase.RUNNING, task++)).isEqualTo(program.leastCpu());
      }
    }
  }

  @Property
  void aCpuIsBusyAsTheTimelineSays(@ForAll("cases") Case given) {
    Trace trace = given.run().trace();
    int cpus = given.machine().cpus();
    TraceMetrics metrics = TraceMetrics.of(trace, cpus);
    Timeline timeline = CpuTurn.timeline(trace, cpus);
    for (int cpu = 0; cpu < cpus; cpu++) {
      assertThat(metrics.busy(cpu)).isEqualTo(Metrics.busy(timeline, cpu));
    }
    assertThat(metrics.makespan()).isGreaterThanOrEqualTo(Metrics.makespan(timeline));
  }

  @Property
  void everyChangeOfThreadIsPaidOnce(@ForAll("cases") Case given) {
    TraceMetrics metrics = TraceMetrics.of(given.run().trace(), given.machine().cpus());
    long paid = 0;
    for (int cpu = 0; cpu < given.machine().cpus(); cpu++) {
      paid += metrics.switching(cpu);
    }
    Kernel kernel = new Kernel(given.machine());
    long cost = given.machine().hardware().create(kernel).switchThread(0, 0, 1);
    assertThat(paid).isEqualTo(cost * metrics.switches());
  }
}
