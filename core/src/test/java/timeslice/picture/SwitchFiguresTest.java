package timeslice.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import timeslice.trace.TouchTrace;

class SwitchFiguresTest {

  @Test
  void touchesReadAsText() {
    TouchTrace trace = new TouchTrace();
    trace.touch(0, 0, false);
    trace.touch(0, 0, true);
    trace.change(true);
    trace.touch(1, 12, false);
    trace.change(false);
    assertThat(TouchFigure.text(List.of("A", "B"), trace))
        .isEqualTo(
            """
            A 0- 0+ ‖     |
            B       ‖ 12- |""");
  }

  @Test
  void touchesDrawOneBoxForEachTouch() {
    TouchTrace trace = new TouchTrace();
    trace.touch(0, 0, false);
    trace.change(false);
    trace.touch(1, 0, true);
    String svg = TouchFigure.svg(List.of("A", "B"), trace, words("touches.label", "label words"));
    assertThat(svg)
        .contains("aria-label=\"label words\"")
        .contains("words change")
        .endsWith("</svg>\n");
    assertThat(svg.split("height=\"24\"", -1)).hasSize(3);
  }

  @Test
  void aStepLightsWhatItChanged() {
    String svg =
        SwitchFigure.svg(
            List.of(
                new SwitchFigure.Moment("runs", List.of("1", "A")),
                new SwitchFigure.Moment("pointer", List.of("1", "B"))),
            words("switch.label", "label words"));
    assertThat(svg.split("fill:var\\(--now\\)", -1)).hasSize(2);
  }

  @Test
  void aShootdownDrawsAnArrowOnlyFromCpuToCpu() {
    String svg =
        ShootdownFigure.svg(
            List.of(
                new ShootdownFigure.Step("self", 0, 0, List.of(false, true)),
                new ShootdownFigure.Step("ask", 0, 1, List.of(false, true))),
            words("shootdown.label", "label words"));
    assertThat(svg.split("<path", -1)).hasSize(2);
    assertThat(svg).contains("2. words ask");
  }

  private static Words words(String labelKey, String label) {
    Map<String, String> words = new TreeMap<>(Map.of(labelKey, label));
    for (String key : List.of("hit", "miss", "flush", "change")) {
      words.put("touches." + key, "words " + key);
    }
    for (String key : List.of("runs", "pointer", "column.0", "column.1")) {
      words.put("switch." + key, "words " + key);
    }
    for (String key : List.of("cpu", "holds", "self", "ask")) {
      words.put("shootdown." + key, "words " + key);
    }
    return new Words(words);
  }
}
