package timeslice.lab.contextswitch.ch6;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import net.jqwik.api.Example;
import timeslice.kernel.Job;
import timeslice.kernel.WorkerPool;
import timeslice.picture.TimelineFigure;
import timeslice.workbook.Exercise;

@Exercise(
    value = "6.0",
    answers = {Predictions.class},
    kind = Exercise.Kind.PREDICT,
    weight = 0)
class PredictionsProperties {

  @Example
  void threeTasksInShortTurns() {
    check(3, Predictions.endOfThreeTasksInTurnsOfOne());
  }

  @Example
  void oneTaskInShortTurns() {
    check(1, Predictions.endOfOneTaskInTurnsOfOne());
  }

  private static void check(int tasks, long bet) {
    WorkerPool.Batch run =
        new WorkerPool(tasks, 1, 1, 1).run(Collections.nCopies(tasks, new Job(4, 0)));
    assertThat(bet)
        .as(
            "%d of 4 ms, turns of 1 ms, switch cost 1 ms (/ is a switch)%n%s%n",
            tasks, TimelineFigure.text(run.timeline(), 1))
        .isEqualTo(run.end());
  }
}
