package timeslice.lab.contextswitch.ch2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Example;
import timeslice.memory.SetAssociativeTlb;
import timeslice.picture.RingFigure;
import timeslice.picture.TlbRun;
import timeslice.picture.Words;
import timeslice.workbook.Exercise;
import timeslice.workbook.Exercise.Kind;

@Exercise(
    value = "2.0",
    answers = Predictions.class,
    kind = Kind.PREDICT,
    weight = 0,
    closed = "timeslice.memory")
class PredictionsProperties {
  private static final int ACCESSES = 60;
  private static final int SHOWN = 14;

  @Example
  void sixPagesInALoopThroughFourEntries() {
    isWhatHappens(Predictions.hitsWithFourEntries(), 4);
  }

  @Example
  void sixPagesInALoopThroughSixEntries() {
    isWhatHappens(Predictions.hitsWithSixEntries(), 6);
  }

  private static void isWhatHappens(int bet, int entries) {
    TlbRun run =
        new TlbRun(() -> new SetAssociativeTlb(1, entries), entries, TlbRun.loop(6, ACCESSES));

    assertThat(bet)
        .as(
            "hits with %d entries; the first %d of %d accesses (+ hit, - miss):%n%s",
            entries, SHOWN, ACCESSES, RingFigure.text(run, SHOWN, words()))
        .isEqualTo(run.hits(ACCESSES));
  }

  private static Words words() {
    return new Words(
        Map.of(
            "ring.page",
            "page",
            "ring.slot",
            "slot {0}",
            "ring.outcome",
            "",
            "ring.forgot",
            "forgot"));
  }
}
