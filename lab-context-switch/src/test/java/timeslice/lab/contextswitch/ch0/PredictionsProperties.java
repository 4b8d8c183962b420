package timeslice.lab.contextswitch.ch0;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import timeslice.workbook.Exercise;
import timeslice.workbook.Exercise.Kind;

/** Two bets about numbers, compared with what this very JVM computes. */
@Exercise(
    value = "0.0",
    answers = {Predictions.class},
    kind = Kind.PREDICT,
    weight = 0)
public class PredictionsProperties {

  @Example
  public void theShiftByFortyWasForeseen() {
    // the distance is a variable because the compiler refuses to shift an int by a constant 40
    int distance = 40;
    assertThat(Predictions.oneShiftedLeftByForty())
        .as("1 << 40; an int has 32 bits, and this is what this JVM says:\n%s", shifts(distance))
        .isEqualTo(1 << distance);
  }

  @Example
  public void theDivisionOfMinusOneWasForeseen() {
    int dividend = -1;
    assertThat(Predictions.minusOneDividedBy4096())
        .as("-1 / 4096; this is what this JVM says:\n%s", divisions())
        .isEqualTo(dividend / 4096);
  }

  private static String shifts(int last) {
    StringBuilder table = new StringBuilder();
    for (int distance : new int[] {30, 31, 32, 33, 39, last}) {
      table.append("  1 << ").append(distance).append("  is  ").append(1 << distance).append('\n');
    }
    return table.toString();
  }

  private static String divisions() {
    StringBuilder table = new StringBuilder();
    for (int n : new int[] {-8192, -4097, -4096, -4095, -1}) {
      table.append("  ").append(n).append(" / 4096  is  ").append(n / 4096).append(";  ");
      table.append(n).append(" >> 12  is  ").append(n >> 12).append('\n');
    }
    return table.toString();
  }
}
