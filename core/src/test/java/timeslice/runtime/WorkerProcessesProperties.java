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
import net.jqwik.api.constraints.Size;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.Trace;

/** Worker processes: parallel Python at the price of making and copying (FACTS §2.7). */
class WorkerProcessesProperties {

  @Property
  void freeWorkersAreListSchedulingOnAsManyCores(
      @ForAll("programs") @Size(max = 8) List<Program> programs,
      @ForAll @IntRange(min = 1, max = 4) int workers) {
    Workload workload = Workload.of(programs);
    Run pool = WorkerProcesses.free(workers).run(Machine.cores(workers), workload);
    Run threads = new OneToOne().run(Machine.cores(workers), workload);
    assertThat(pool.outcome()).isEqualTo(new Outcome.Finished());
    assertThat(pool.end()).isEqualTo(threads.end());
  }

  @Property
  void everyTaskRunsOnceOnOneWorker(
      @ForAll("programs") @Size(max = 12) List<Program> programs,
      @ForAll @IntRange(min = 1, max = 4) int workers,
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll @IntRange(max = 3) int chunk,
      @ForAll StartMethod start) {
    WorkerProcesses pool =
        new WorkerProcesses(workers, start, RuntimeCosts.TEXTBOOK, 2_000, 100, chunk);
    Run run = pool.run(Machine.cores(cores), Workload.of(programs));
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
    int[] mounted = new int[programs.size()];
    Trace trace = run.trace();
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.MOUNTED) {
        mounted[trace.who(i)]++;
      }
    }
    assertThat(mounted).containsOnly(1);
    assertThat(run.recorder().count(Kind.PROCESS_CREATED)).isEqualTo(workers + 1);
  }

  @Property
  void theBillIsCpuTimeAndCopiesAndNothingElse(
      @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 50) Integer> cpus,
      @ForAll @IntRange(min = 1, max = 4) int workers,
      @ForAll StartMethod start) {
    RuntimeCosts costs = RuntimeCosts.TEXTBOOK;
    WorkerProcesses pool = new WorkerProcesses(workers, start, costs, 1_024, 2_048, 1);
    List<Program> programs = new ArrayList<>();
    long bill = workers * (start.parentCost(costs.creation()) + start.childCost(costs.creation()));
    for (int cpu : cpus) {
      programs.add(Program.start().compute(cpu).end());
      bill += cpu + 3 * (costs.copying().outPerKib() + costs.copying().inPerKib());
    }
    // One core that is never idle: the makespan is the bill.
    assertThat(pool.run(Machine.cores(1), Workload.of(programs)).end()).isEqualTo(bill);
  }

  @Property
  void aMapIsCutIntoFourChunksAWorker(
      @ForAll @IntRange(min = 1, max = 500) int tasks,
      @ForAll @IntRange(min = 1, max = 9) int workers) {
    int chunk =
        new WorkerProcesses(workers, StartMethod.FORK, RuntimeCosts.FREE, 0, 0, 0).chunkOf(tasks);
    assertThat((long) chunk * 4 * workers).isGreaterThanOrEqualTo(tasks);
    assertThat((long) (chunk - 1) * 4 * workers).isLessThan(tasks);
  }

  // What the pool is for, and what it is not for.
  @Example
  void longTasksWinAndShortTasksLoseAgainstOneProcess() {
    WorkerProcesses pool =
        new WorkerProcesses(4, StartMethod.FORK, RuntimeCosts.MEASURED, 1_024, 1_024, 0);
    Workload big = Workload.many(8, Program.start().compute(50_000_000).end(), 1);
    Workload small = Workload.many(8, Program.start().compute(1_000).end(), 1);
    Machine machine = Machine.cores(4);
    assertThat(pool.run(machine, big).end())
        .isLessThan(GilThreads.cpython().run(machine, big).end());
    assertThat(pool.run(machine, small).end())
        .isGreaterThan(GilThreads.cpython().run(machine, small).end());
  }

  @Example
  void aWorkerThatWaitsKeepsItsPlace() {
    Program io = Program.start().io(100).end();
    assertThat(WorkerProcesses.free(2).run(Machine.cores(2), Workload.of(io, io, io)).end())
        .isEqualTo(200);
    assertThat(new OneToOne().run(Machine.cores(2), Workload.of(io, io, io)).end()).isEqualTo(100);
  }

  @Provide
  Arbitrary<List<Program>> programs() {
    return Arbitraries.longs()
        .between(1, 30)
        .map(ns -> Program.start().compute(ns).end())
        .list()
        .ofMinSize(1);
  }
}
