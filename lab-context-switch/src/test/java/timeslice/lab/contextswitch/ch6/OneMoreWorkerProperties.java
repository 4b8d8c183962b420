package timeslice.lab.contextswitch.ch6;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import timeslice.kernel.Job;
import timeslice.kernel.WorkerPool;
import timeslice.workbook.Exercise;

@Exercise(
    value = "6.3",
    answers = {OneMoreWorker.class},
    kind = Exercise.Kind.WITNESS)
class OneMoreWorkerProperties {

  @Example
  void theScenarioKeepsTheRules() {
    List<Job> jobs = OneMoreWorker.jobs();
    assertThat(jobs.size()).as("number of jobs").isBetween(2, 8);
    for (Job job : jobs) {
      assertThat(job.cpu()).as("cpu of job %s", job).isBetween(1L, 20L);
      assertThat(job.io()).as("io of job %s", job).isBetween(1L, 20L);
    }
    assertThat(OneMoreWorker.cores()).as("cores").isBetween(2, 4);
    assertThat(OneMoreWorker.workers()).as("workers").isBetween(1, 100);
    assertThat(OneMoreWorker.quantum()).as("quantum").isPositive();
  }

  @Example
  void withOneMoreWorkerTheBatchIsDoneLater() {
    List<Job> jobs = List.copyOf(OneMoreWorker.jobs());
    int cores = OneMoreWorker.cores();
    int workers = OneMoreWorker.workers();
    long quantum = OneMoreWorker.quantum();
    WorkerPool.Batch fewer = new WorkerPool(workers, cores, quantum, 0).run(jobs);
    WorkerPool.Batch more = new WorkerPool(workers + 1, cores, quantum, 0).run(jobs);
    assertThat(more.end())
        .as(
            "end with %d workers, to be later than with %d%n"
                + "(a column is 1, a digit the core it computes on, a dot a wait)%n%s%n%s%n",
            workers + 1, workers, text(jobs, workers, fewer), text(jobs, workers + 1, more))
        .isGreaterThan(fewer.end());
  }

  private static String text(List<Job> jobs, int workers, WorkerPool.Batch batch) {
    return workers + " workers end at " + batch.end() + ":" + JobRows.of(jobs, workers, batch);
  }
}
