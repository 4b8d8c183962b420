package timeslice.picture;

/**
 * Boxes of one colour, collected as one path, so that a picture of thousands stays small. A box
 * that begins where the last one ended becomes part of it.
 */
final class Boxes {
  private static final double THINNEST = 0.3;

  private final StringBuilder path = new StringBuilder();
  private double x;
  private double y;
  private double right;
  private double height = -1;

  /** Adds a box with its upper left corner at x, y; a very narrow one is widened to be seen. */
  void add(double newX, double newY, double width, double newHeight) {
    double newRight = newX + Math.max(THINNEST, width);
    if (newY == y && newHeight == height && newX <= right + THINNEST && newX >= x) {
      right = Math.max(right, newRight);
      return;
    }
    flush();
    x = newX;
    y = newY;
    right = newRight;
    height = newHeight;
  }

  private void flush() {
    if (height >= 0) {
      path.append('M').append(Svg.number(x)).append(' ').append(Svg.number(y));
      path.append('H').append(Svg.number(right)).append('V').append(Svg.number(y + height));
      path.append('H').append(Svg.number(x)).append('Z');
    }
  }

  boolean isEmpty() {
    return height < 0;
  }

  /** The path's data; nothing may be added afterwards. */
  String path() {
    flush();
    height = 0;
    return path.toString();
  }
}
