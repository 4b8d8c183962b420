package timeslice.lab.threads.ch1;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import timeslice.workbook.Exercise;

@Exercise(
    value = "1.0",
    answers = {Predictions.class},
    kind = Exercise.Kind.PREDICT,
    weight = 0)
class PredictionsProperties {

  @Example
  void runAddsNoThread() {
    assertThat(Predictions.threadsAddedByRun())
        .as("run() is an ordinary method: the caller does the work, threads added")
        .isEqualTo(0);
  }

  @Example
  void aChildProcessWritesIntoItsOwnMemory() {
    assertThat(Predictions.parentReadsAfterChildProcess())
        .as("x in the parent, after its child process has set its own x to 2")
        .isEqualTo(1);
  }

  @Example
  void aThreadWritesIntoTheSameMemory() {
    assertThat(Predictions.makerReadsAfterThread())
        .as("x, after a thread of the same process has set it to 2")
        .isEqualTo(2);
  }
}
