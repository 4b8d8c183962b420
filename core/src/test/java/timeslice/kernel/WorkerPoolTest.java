package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import timeslice.trace.Checks;
import timeslice.trace.Metrics;
import timeslice.trace.Slice;

class WorkerPoolTest {
  private static final List<Job> GRAHAM_LIKE = List.of(new Job(6, 5), new Job(8, 7), new Job(3, 1));

  @Example
  void aThirdWorkerMakesThisBatchLater() {
    assertThat(new WorkerPool(2, 2, 2, 0).end(GRAHAM_LIKE)).isEqualTo(15);
    assertThat(new WorkerPool(3, 2, 2, 0).end(GRAHAM_LIKE)).isEqualTo(17);
  }

  @Example
  void aLoneWorkerPaysForOneSwitch() {
    WorkerPool.Batch batch = new WorkerPool(1, 2, 2, 3).run(List.of(new Job(3, 4), new Job(2, 0)));
    assertThat(batch.timeline().slices())
        .containsExactly(new Slice(0, 0, 3, 5), new Slice(0, 0, 5, 6), new Slice(0, 0, 10, 12));
    assertThat(batch.end()).isEqualTo(12);
  }

  @Property(tries = 500)
  void aRunKeepsEveryRule(
      @ForAll("jobs") @Size(max = 12) List<Job> jobs,
      @ForAll @IntRange(min = 1, max = 6) int workers,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll @LongRange(min = 1, max = 9) long quantum,
      @ForAll @LongRange(max = 3) long switchCost) {
    WorkerPool pool = new WorkerPool(workers, cores, quantum, switchCost);
    WorkerPool.Batch batch = pool.run(jobs);
    assertThat(Checks.overlap(batch.timeline())).isEmpty();
    assertThat(Checks.twoPlaces(batch.timeline())).isEmpty();
    assertThat(batch.timeline().slices()).allMatch(slice -> slice.length() <= quantum);
    assertThat(pool.end(jobs)).isEqualTo(batch.end());
    long cpu = 0;
    long alone = 0;
    for (Job job : jobs) {
      cpu += job.cpu();
      alone += job.cpu() + job.io();
    }
    long ran = 0;
    for (int core = 0; core < cores; core++) {
      ran += Metrics.busy(batch.timeline(), core);
    }
    assertThat(ran).as("work is conserved").isEqualTo(cpu);
    assertThat(batch.end() * cores).as("cores bound the throughput").isGreaterThanOrEqualTo(cpu);
    assertThat(batch.end() * workers).as("workers bound it").isGreaterThanOrEqualTo(alone);
    long switches = Metrics.switches(batch.timeline()) * switchCost;
    assertThat(batch.end()).as("somebody always gets on").isLessThanOrEqualTo(alone + switches);
  }

  @Property(tries = 500)
  void itAgreesWithASimulatorOfObjects(
      @ForAll("jobs") @Size(max = 12) List<Job> jobs,
      @ForAll @IntRange(min = 1, max = 6) int workers,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll @LongRange(min = 1, max = 9) long quantum,
      @ForAll @LongRange(max = 3) long switchCost) {
    WorkerPool.Batch batch = new WorkerPool(workers, cores, quantum, switchCost).run(jobs);
    ObjectWorkerPool oracle = new ObjectWorkerPool(workers, cores, quantum, switchCost);
    assertThat(batch.end()).isEqualTo(oracle.end(jobs));
    assertThat(batch.timeline().slices()).isEqualTo(oracle.slices);
  }

  @Property(tries = 300)
  void onOneCoreWithoutWaitsTurnsGoRoundByRound(
      @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 20) Long> work,
      @ForAll @LongRange(min = 1, max = 9) long quantum,
      @ForAll @LongRange(max = 3) long switchCost) {
    List<Slice> expected = new ArrayList<>();
    long now = 0;
    int before = -1;
    for (long done = 0; done < 20; done += quantum) {
      for (int task = 0; task < work.size(); task++) {
        if (work.get(task) > done) {
          long start = task == before ? now : now + switchCost;
          now = start + Math.min(quantum, work.get(task) - done);
          expected.add(new Slice(0, task, start, now));
          before = task;
        }
      }
    }
    List<Job> jobs = work.stream().map(cpu -> new Job(cpu, 0)).toList();
    assertThat(new WorkerPool(jobs.size(), 1, quantum, switchCost).run(jobs).timeline().slices())
        .isEqualTo(expected);
  }

  @Property(tries = 300)
  void uniformJobsRunWithinFivePercentOfTheBest(
      @ForAll @IntRange(min = 1, max = 20) int workers,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll @LongRange(min = 1, max = 9) long cpu,
      @ForAll @LongRange(max = 9) long wait) {
    int number = 60 * workers;
    List<Job> jobs = Collections.nCopies(number, new Job(cpu, wait));
    long end = new WorkerPool(workers, cores, WorkerPool.RUN_TO_COMPLETION, 0).end(jobs);
    double best = Math.min((double) cores / cpu, (double) workers / (cpu + wait));
    assertThat((double) number / end).isBetween(0.95 * best, best * (1 + 1e-9));
  }

  @Example
  void nothingToDoEndsAtOnce() {
    assertThat(new WorkerPool(3, 2, 1, 1).end(List.of())).isZero();
  }

  @Example
  void badInputIsOneSentenceWithTheValue() {
    assertThatThrownBy(() -> new WorkerPool(0, 1, 1, 0))
        .hasMessage("there must be at least 1 worker, got 0");
    assertThatThrownBy(() -> new WorkerPool(1, 0, 1, 0))
        .hasMessage("there must be at least 1 core, got 0");
    assertThatThrownBy(() -> new WorkerPool(1, 1, 0, 0))
        .hasMessage("the quantum must be 1 or more, got 0");
    assertThatThrownBy(() -> new WorkerPool(1, 1, 1, -1))
        .hasMessage("the switch cost must be 0 or more, got -1");
    assertThatThrownBy(() -> new Job(0, 1)).hasMessage("a job's CPU time must be 1 or more, got 0");
    assertThatThrownBy(() -> new Job(1, -1))
        .hasMessage("a job's I/O wait must be 0 or more, got -1");
  }

  @Provide
  Arbitrary<List<Job>> jobs() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 12), Arbitraries.longs().between(0, 12))
        .as(Job::new)
        .list()
        .ofMaxSize(12);
  }
}
