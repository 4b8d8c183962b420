package timeslice.picture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What the colours of lanes mean, in as many lines as the words need. */
final class Legend {
  private static final int LINE = 18;
  private static final int SIZE = 12;
  private static final int SWATCH = 14;

  private final double left;
  private final List<Entry> entries = new ArrayList<>();
  private int lines = 1;

  private record Entry(Look look, String text, double x, int line) {}

  /**
   * Lays out a legend.
   *
   * @param looks what is to be explained, each once
   * @param name of the picture; the words' keys are the name, {@code .state.} and the look's own
   */
  Legend(Collection<Look> looks, double left, double right, String name, Words words) {
    this.left = left;
    double x = left;
    for (Look look : looks) {
      String text = words.say(name + ".state." + look.key);
      double width = SWATCH + 6 + TextWidth.of(text, SIZE);
      if (x > left && x + width > right) {
        x = left;
        lines++;
      }
      entries.add(new Entry(look, text, x, lines - 1));
      x += width + 16;
    }
  }

  int height() {
    return lines * LINE;
  }

  /** Draws it, the base line of its first line at y. */
  void draw(Svg svg, double y) {
    for (Entry entry : entries) {
      double base = y + entry.line() * LINE;
      double height = Math.max(2, entry.look().height * 10);
      Boxes box = new Boxes();
      box.add(entry.x(), base - 4 - height / 2, SWATCH, height);
      svg.boxes(box, entry.look().color);
      svg.text(entry.x() + SWATCH + 6, base, SIZE, "start", "dim", entry.text());
    }
  }
}
