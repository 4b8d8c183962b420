package timeslice.lab.threads.ch1;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import timeslice.picture.Svg;
import timeslice.picture.Words;
import timeslice.workbook.Pictures;

/** The picture of chapter 1: where in the machine a thing called thread lives. */
public final class Ch1Pictures implements Pictures {
  private static final int LEFT = 150;
  private static final int ROW = 84;

  @Override
  public Map<String, Function<Words, String>> pictures() {
    Map<String, Function<Words, String>> pictures = new TreeMap<>();
    pictures.put("layers", Ch1Pictures::layers);
    return pictures;
  }

  private static String layers(Words words) {
    Svg svg = new Svg(720, 3 * ROW + 40, words.say("layers.label"));
    String[] rows = {"user", "kernel", "hardware"};
    for (int row = 0; row < rows.length; row++) {
      double y = 20 + row * ROW;
      svg.text(12, y + 28, 15, "start", "ink", words.say("layers." + rows[row]));
      svg.text(12, y + 46, 11, "start", "dim", words.say("layers." + rows[row] + ".note"));
      if (row > 0) {
        svg.line(12, y - 15, 708, y - 15, "line", 1);
      }
    }
    for (int i = 0; i < 3; i++) {
      double x = LEFT + 20 + i * 180;
      box(svg, x, 20, "t" + i, words.say("layers.object", i));
      svg.arrow(x + 75, 70, x + 75, 20 + ROW, "t" + i, 1.5);
      box(svg, x, 20 + ROW, "t" + i, words.say("layers.task", i));
    }
    for (int cpu = 0; cpu < 2; cpu++) {
      double x = LEFT + 20 + cpu * 180;
      svg.arrow(x + 75, 70 + ROW, x + 75, 20 + 2 * ROW, "t" + cpu, 1.5);
      box(svg, x, 20 + 2 * ROW, "ink", words.say("layers.cpu", cpu));
    }
    svg.text(LEFT + 455, 90 + ROW + 14, 12, "middle", "dim", words.say("layers.waits"));
    return svg.end();
  }

  private static void box(Svg svg, double x, double y, String color, String text) {
    svg.rect(x, y, 150, 50, "paper", color);
    svg.text(x + 75, y + 30, 13, "middle", "ink", text);
  }
}
