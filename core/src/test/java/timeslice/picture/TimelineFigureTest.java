package timeslice.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeslice.trace.Slice;
import timeslice.trace.Timeline;

class TimelineFigureTest {
  private static final Timeline RUN =
      Timeline.of(
          2,
          List.of(
              new Slice(0, 0, 1, 3),
              new Slice(0, 0, 3, 4),
              new Slice(0, 1, 6, 7),
              new Slice(1, 2, 2, 5)));

  @Test
  void textShowsTurnsSwitchesAndIdling() {
    assertThat(TimelineFigure.text(RUN, 1))
        .isEqualTo(
            """
            CPU 0 /AAA./B
            CPU 1 ./CCC..""");
  }

  @Test
  void aLongRunStaysWithinEightyColumns() {
    Timeline run = Timeline.of(1, List.of(new Slice(0, 0, 0, 500), new Slice(0, 1, 500, 1000)));
    assertThat(TimelineFigure.text(run, 0).lines())
        .allMatch(line -> line.length() <= 80)
        .endsWith("one column = 14");
  }

  @Test
  void thePictureSaysInWordsWhatItShows() {
    Words words =
        new Words(
            Map.of(
                "run.label", "two CPUs",
                "run.cpu", "CPU {0}",
                "run.switch", "a switch",
                "run.all", "done at {0}"));
    TimelineFigure.Panel panel = new TimelineFigure.Panel("all", RUN, 1, 9);
    assertThat(TimelineFigure.svg("run", List.of(panel), words))
        .contains("<title>two CPUs</title>")
        .contains("CPU 1")
        .contains("done at 9")
        .contains("a switch")
        .endsWith("</svg>\n");
  }
}
