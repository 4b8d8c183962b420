package timeslice.lab.contextswitch.ch5;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import timeslice.kernel.AsidSlots;
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
    StringBuilder twoRounds = new StringBuilder();
    for (int turn = 0; turn < 10 * processes; turn++) {
      long before = slots.flushes();
      int slot = slots.choose(turn % processes, 0);
      if (turn < 2 * processes) {
        twoRounds.append((char) ('A' + turn % processes)).append(slot);
        twoRounds.append(slots.flushes() > before ? "! " : "  ");
      }
    }
    assertThat(bet)
        .as(
            "flushes of %d processes in 10 rounds. Process, slot, and ! for a flush, two rounds:%n%s%n",
            processes, twoRounds.toString().strip())
        .isEqualTo((int) slots.flushes());
  }
}
