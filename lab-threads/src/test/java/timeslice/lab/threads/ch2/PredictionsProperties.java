package timeslice.lab.threads.ch2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import timeslice.kernel.RoundRobin;
import timeslice.picture.TimelineFigure;
import timeslice.trace.Timeline;
import timeslice.workbook.Exercise;

@Exercise(
    value = "2.0",
    answers = {Predictions.class},
    kind = Exercise.Kind.PREDICT,
    weight = 0)
class PredictionsProperties {
  private static final List<Long> WORK = List.of(6L, 3L, 1L, 7L);

  @Example
  void theShortThreadFirstInFirstOut() {
    Timeline timeline = run(100);
    assertThat(Predictions.endOfTheShortThreadFirstInFirstOut())
        .as("end of C, first in first out%n%s%n", TimelineFigure.text(timeline, 0))
        .isEqualTo(end(timeline, 2));
  }

  @Example
  void theShortThreadInTurnsOfTwo() {
    Timeline timeline = run(2);
    assertThat(Predictions.endOfTheShortThreadInTurnsOfTwo())
        .as("end of C, turns of 2 ms%n%s%n", TimelineFigure.text(timeline, 0))
        .isEqualTo(end(timeline, 2));
  }

  @Example
  void theBestQuantumOfFour() {
    long best = 0;
    long least = Long.MAX_VALUE;
    StringBuilder all = new StringBuilder();
    for (long quantum : new long[] {1, 2, 3, 5}) {
      Timeline timeline = run(quantum);
      long sum = 0;
      for (int thread = 0; thread < WORK.size(); thread++) {
        sum += end(timeline, thread);
      }
      if (sum < least) {
        least = sum;
        best = quantum;
      }
      all.append(TimelineFigure.text(timeline, 0))
          .append("  quantum ")
          .append(quantum)
          .append(": mean end ")
          .append(sum / 4.0)
          .append('\n');
    }
    assertThat(Predictions.bestQuantumOfOneTwoThreeAndFive())
        .as("quantum with the smallest mean end%n%s", all)
        .isEqualTo(best);
  }

  private static Timeline run(long quantum) {
    Load load = Load.computing(WORK, 1, quantum, 0);
    return Load.timeline(load.run(RoundRobin.withQuantum(quantum)).trace(), 1);
  }

  private static long end(Timeline timeline, int thread) {
    return timeline.ofTask(thread).getLast().end();
  }
}
