package timeslice.lab.contextswitch.ch5;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import timeslice.kernel.AsidSlots;
import timeslice.picture.SlotsFigure;
import timeslice.workbook.Exercise;

@Exercise(
    value = "5.0",
    answers = {Predictions.class},
    kind = Exercise.Kind.PREDICT,
    optional = true,
    weight = 0)
class PredictionsProperties {

  @Example
  void sixProcessesOnSixSlots() {
    check(6, Predictions.flushesOfSixProcessesInTenRounds());
  }

  @Example
  void sevenProcessesOnSixSlots() {
    check(7, Predictions.flushesOfSevenProcessesInTenRounds());
  }

  private static void check(int processes, int bet) {
    AsidSlots slots = new AsidSlots(AsidSlots.LINUX);
    for (int turn = 0; turn < 10 * processes; turn++) {
      slots.choose(turn % processes, 0);
    }
    int[] twoRounds = SlotsFigure.turns(processes, 2);
    assertThat(bet)
        .as(
            "flushes of %d processes in 10 rounds; the first two (! is a flush)%n%s%n",
            processes, SlotsFigure.text(AsidSlots.LINUX, twoRounds))
        .isEqualTo((int) slots.flushes());
  }
}
