package timeslice.picture;

/**
 * Writes an SVG picture: shapes in drawing order, colours by name, light and dark.
 *
 * <p>Coordinates are pixels at a width of 720, which is what a README shows. Numbers are written
 * with one decimal by hand, so that every platform writes the same bytes.
 *
 * <p>Colours: {@code ink}, {@code dim}, {@code line}, {@code paper}, {@code hit}, {@code miss},
 * {@code fault}, {@code now}, {@code none}, and {@code t0} to {@code t5} for tasks.
 */
public final class Svg {
  private static final String STYLE =
      """
      <style>
      svg{--ink:#1f2328;--dim:#6e7781;--line:#d0d7de;--paper:#ffffff;--hit:#1a7f5a;--miss:#c4580a;--fault:#b3261e;--now:#fff3c4;\
      --t0:#3b6fb6;--t1:#b8562f;--t2:#4b8b3b;--t3:#8a5aa8;--t4:#a38a1d;--t5:#3a8f95;font-family:system-ui,'Noto Sans CJK KR',sans-serif}
      @media(prefers-color-scheme:dark){svg{--ink:#e6edf3;--dim:#8d96a0;--line:#30363d;--paper:#0d1117;--hit:#3fb98a;--miss:#e8873a;--fault:#f0665c;--now:#4a3d10;\
      --t0:#6b9fe0;--t1:#e08a63;--t2:#7cbd6c;--t3:#b98ad6;--t4:#d1b74a;--t5:#62bdc4}}
      </style>
      """;

  private final StringBuilder out = new StringBuilder();

  /**
   * Starts a picture.
   *
   * @param label what the picture shows, in one sentence, for those who cannot see it
   */
  public Svg(int width, int height, String label) {
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
        .append(width)
        .append(' ')
        .append(height);
    out.append("\" width=\"")
        .append(width)
        .append("\" role=\"img\" aria-label=\"")
        .append(escape(label))
        .append("\">\n");
    out.append("<title>").append(escape(label)).append("</title>\n").append(STYLE);
    rect(0, 0, width, height, "paper", "none");
  }

  /** A rectangle with its upper left corner at x, y. */
  public Svg rect(double x, double y, double width, double height, String fill, String stroke) {
    out.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y));
    out.append("\" width=\"").append(number(width)).append("\" height=\"").append(number(height));
    out.append("\" rx=\"2\" style=\"fill:")
        .append(color(fill))
        .append(";stroke:")
        .append(color(stroke))
        .append("\"/>\n");
    return this;
  }

  /**
   * A line of text whose base line is at y; anchor is {@code start}, {@code middle} or {@code end}.
   */
  public Svg text(double x, double y, int size, String anchor, String fill, String text) {
    out.append("<text x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" font-size=\"")
        .append(size);
    out.append("\" text-anchor=\"")
        .append(anchor)
        .append("\" style=\"fill:")
        .append(color(fill))
        .append("\">");
    out.append(escape(text)).append("</text>\n");
    return this;
  }

  /** A straight line. */
  public Svg line(double x1, double y1, double x2, double y2, String stroke, double width) {
    out.append("<line x1=\"")
        .append(number(x1))
        .append("\" y1=\"")
        .append(number(y1))
        .append("\" x2=\"")
        .append(number(x2));
    out.append("\" y2=\"")
        .append(number(y2))
        .append("\" style=\"stroke:")
        .append(color(stroke))
        .append(";stroke-width:");
    out.append(number(width)).append("\"/>\n");
    return this;
  }

  /** Many boxes of one colour as one shape; nothing may be added to them afterwards. */
  Svg boxes(Boxes boxes, String fill) {
    if (!boxes.isEmpty()) {
      out.append("<path d=\"").append(boxes.path()).append("\" style=\"fill:").append(color(fill));
      out.append("\"/>\n");
    }
    return this;
  }

  /** A line with an arrow head at its second end. */
  public Svg arrow(double x1, double y1, double x2, double y2, String stroke, double width) {
    line(x1, y1, x2, y2, stroke, width);
    double length = Math.sqrt((x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1));
    if (length == 0) {
      return this;
    }
    double ux = (x2 - x1) / length;
    double uy = (y2 - y1) / length;
    double bx = x2 - 8 * ux;
    double by = y2 - 8 * uy;
    out.append("<path d=\"M").append(number(x2)).append(' ').append(number(y2));
    out.append('L').append(number(bx - 4 * uy)).append(' ').append(number(by + 4 * ux));
    out.append('L').append(number(bx + 4 * uy)).append(' ').append(number(by - 4 * ux));
    out.append("Z\" style=\"fill:").append(color(stroke)).append("\"/>\n");
    return this;
  }

  /** The finished picture. */
  public String end() {
    return out + "</svg>\n";
  }

  private static String color(String name) {
    return name.equals("none") ? "none" : "var(--" + name + ")";
  }

  /** A number with one decimal at most, the same on every platform. */
  static String number(double value) {
    long tenths = (long) Math.floor(value * 10 + 0.5);
    String sign = tenths < 0 ? "-" : "";
    long magnitude = Math.abs(tenths);
    return sign + magnitude / 10 + (magnitude % 10 == 0 ? "" : "." + magnitude % 10);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
