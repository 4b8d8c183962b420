package timeslice.lab.threads.ch2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import timeslice.lab.threads.ch2.OneMoreCore.Arc;
import timeslice.trace.Metrics;
import timeslice.trace.Timeline;
import timeslice.workbook.Exercise;

@Exercise(
    value = "2.5",
    answers = {OneMoreCore.class},
    kind = Exercise.Kind.WITNESS)
class OneMoreCoreProperties {

  @Example
  void theJobsKeepTheRules() {
    long[] durations = OneMoreCore.durations();
    assertThat(durations.length).as("number of jobs").isBetween(3, 12);
    for (long duration : durations) {
      assertThat(duration).as("how long a job takes").isBetween(1L, 20L);
    }
    for (Arc arc : OneMoreCore.arcs()) {
      assertThat(arc.first()).as("first of %s", arc).isBetween(0, durations.length - 1);
      assertThat(arc.then())
          .as("then of %s, after first in the list", arc)
          .isBetween(arc.first() + 1, durations.length - 1);
    }
    assertThat(OneMoreCore.cores()).as("cores").isBetween(1, 6);
  }

  @Example
  void withOneMoreCoreTheLastJobIsDoneLater() {
    int cores = OneMoreCore.cores();
    JobGraph jobs = new JobGraph(OneMoreCore.durations(), List.copyOf(OneMoreCore.arcs()));
    Timeline fewer = jobs.run(cores);
    Timeline more = jobs.run(cores + 1);
    assertThat(Metrics.makespan(more))
        .as(
            "end on %d cores, to be later than on %d (job 0 is A)%n%s%n%n%s%n",
            cores + 1, cores, JobGraph.text(fewer), JobGraph.text(more))
        .isGreaterThan(Metrics.makespan(fewer));
  }
}
