package timeslice.lab.contextswitch.ch3;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import timeslice.picture.TouchFigure;
import timeslice.workbook.Exercise;

@Exercise(
    value = "3.0",
    answers = {Predictions.class},
    kind = Exercise.Kind.PREDICT,
    weight = 0)
class PredictionsProperties {

  @Example
  void missesAfterComingBack() {
    Scenes model = new Scenes(8);
    model.loop(3, 10);
    model.switchTo(1);
    model.loop(20, 1);
    model.switchTo(0);
    long misses = model.loop(3, 10);
    Scenes shown = new Scenes(8);
    shown.loop(3, 2);
    shown.switchTo(1);
    shown.loop(4, 1);
    shown.switchTo(0);
    shown.loop(3, 4);
    assertThat((long) Predictions.missesAfterComingBack())
        .as(
            "misses in A's thirty touches. The same on a smaller scale (- miss, + hit, ‖ flush):\n%s\n",
            TouchFigure.text(Scenes.LANES, shown.trace()))
        .isEqualTo(misses);
  }

  @Example
  void extraMissesOfALoopThatDoesNotFit() {
    Scenes switched = new Scenes(4);
    switched.loop(6, 10);
    switched.switchTo(1);
    switched.switchTo(0);
    long cold = switched.loop(6, 10);
    Scenes left = new Scenes(4);
    left.loop(6, 10);
    long warm = left.loop(6, 10);
    Scenes shown = new Scenes(4);
    shown.loop(6, 2);
    shown.switchTo(1);
    shown.switchTo(0);
    shown.loop(6, 2);
    assertThat((long) Predictions.extraMissesOfALoopThatDoesNotFit())
        .as(
            "%d misses with the switch, %d without. Two rounds before, two after (- miss, + hit):\n%s\n",
            cold, warm, TouchFigure.text(Scenes.LANES, shown.trace()))
        .isEqualTo(cold - warm);
  }
}
