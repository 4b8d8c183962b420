package timeslice.picture;

/**
 * The 64 bits of a long before and after a right shift: {@code >>} copies the sign into the gap,
 * {@code >>>} fills it with zeros.
 *
 * <p>Words: {@code shift.label}, {@code shift.value}, {@code shift.signed}, {@code shift.unsigned};
 * argument 0 is the distance.
 */
public final class ShiftFigure {
  private static final int CELL = 10;
  private static final int LEFT = 40;

  private ShiftFigure() {}

  /**
   * Draws one value and its two shifts.
   *
   * @param distance how far to shift, 1 to 63
   */
  public static String svg(long value, int distance, Words words) {
    if (distance < 1 || distance > 63) {
      throw new IllegalArgumentException("distance must be from 1 to 63, got " + distance);
    }
    Svg svg = new Svg(720, 190, words.say("shift.label", distance));
    row(svg, 36, words.say("shift.value", distance), value, 0);
    row(svg, 96, words.say("shift.signed", distance), value >> distance, distance);
    row(svg, 156, words.say("shift.unsigned", distance), value >>> distance, distance);
    return svg.end();
  }

  /** One row of bits, the highest on the left; the {@code entered} highest ones are new. */
  private static void row(Svg svg, double y, String name, long value, int entered) {
    svg.text(LEFT, y - 8, 14, "start", "ink", name);
    svg.text(LEFT + 64 * CELL, y - 8, 14, "end", "dim", hex(value));
    for (int i = 0; i < 64; i++) {
      boolean one = (value >>> (63 - i) & 1) == 1;
      String fill = i < entered ? "now" : "paper";
      svg.rect(LEFT + i * CELL, y, CELL, 20, fill, "line");
      svg.text(LEFT + i * CELL + 5, y + 14, 11, "middle", one ? "hit" : "dim", one ? "1" : "0");
    }
  }

  /** Sixteen hexadecimal digits in groups of four. */
  private static String hex(long value) {
    StringBuilder digits = new StringBuilder("0x");
    for (int shift = 60; shift >= 0; shift -= 4) {
      digits.append(Character.forDigit((int) (value >>> shift) & 15, 16));
      if (shift % 16 == 0 && shift > 0) {
        digits.append('_');
      }
    }
    return digits.toString();
  }
}
