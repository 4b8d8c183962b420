package timeslice.picture;

import timeslice.memory.PageSize;

/**
 * The low 16 bits of an address before and after translation: the page number is replaced, the
 * offset stays.
 *
 * <p>Words: {@code address.label}, {@code address.virtual}, {@code address.physical}, {@code
 * address.page}, {@code address.frame}, {@code address.offset}, {@code address.table}; argument 0
 * is the number that is meant.
 */
public final class AddressFigure {
  private static final int BITS = 16;
  private static final int CELL = 30;
  private static final int LEFT = 200;

  private AddressFigure() {}

  /**
   * Draws one translation.
   *
   * @param size a page size below 2^16
   * @param frame where the page lies; its address is below 2^16
   * @param address the virtual address, below 2^16
   */
  public static String svg(PageSize size, int frame, long address, Words words) {
    long physical = size.address(frame, size.offset(address));
    if (size.offsetBits() >= BITS || address >>> BITS != 0 || physical >>> BITS != 0) {
      throw new IllegalArgumentException(
          "this picture has room for 16 bits, got " + address + " and " + physical);
    }
    String from = hex(address);
    String to = hex(physical);
    Svg svg = new Svg(720, 250, words.say("address.label", from, to));
    double split = LEFT + (BITS - size.offsetBits()) * CELL;
    double right = LEFT + BITS * CELL;
    svg.text(16, 76, 14, "start", "ink", words.say("address.virtual", from));
    svg.text(16, 196, 14, "start", "ink", words.say("address.physical", to));
    svg.text(
        (LEFT + split) / 2, 46, 14, "middle", "t0", words.say("address.page", size.page(address)));
    svg.text(
        (split + right) / 2,
        46,
        14,
        "middle",
        "ink",
        words.say("address.offset", hex(size.offset(address))));
    bits(svg, 56, address, size.offsetBits(), "t0");
    svg.arrow((LEFT + split) / 2, 92, (LEFT + split) / 2, 170, "t1", 2);
    svg.text((LEFT + split) / 2 - 10, 134, 14, "end", "t1", words.say("address.table"));
    for (int bit = 0; bit < size.offsetBits(); bit++) {
      double x = right - bit * CELL - CELL / 2.0;
      svg.line(x, 92, x, 170, "line", 1);
    }
    bits(svg, 176, physical, size.offsetBits(), "t1");
    svg.text((LEFT + split) / 2, 232, 14, "middle", "t1", words.say("address.frame", frame));
    svg.text(
        (split + right) / 2,
        232,
        14,
        "middle",
        "ink",
        words.say("address.offset", hex(size.offset(physical))));
    return svg.end();
  }

  private static void bits(Svg svg, double y, long value, int offsetBits, String color) {
    for (int i = 0; i < BITS; i++) {
      int bit = BITS - 1 - i;
      boolean one = (value >>> bit & 1) == 1;
      String ink = bit >= offsetBits ? color : "ink";
      svg.rect(LEFT + i * CELL, y, CELL, 32, bit >= offsetBits ? "now" : "paper", "line");
      svg.text(LEFT + i * CELL + CELL / 2.0, y + 21, 15, "middle", ink, one ? "1" : "0");
    }
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }
}
