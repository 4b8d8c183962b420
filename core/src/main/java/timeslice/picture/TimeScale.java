package timeslice.picture;

/** Where a moment of simulated time is drawn, and the ruler that says so. */
final class TimeScale {
  private static final String[] UNITS = {"ns", "µs", "ms", "s"};

  private final double left;
  private final double unit;
  private final long end;

  /** Time 0 stands at {@code left}, {@code end} (1 ns or more) at {@code right}. */
  TimeScale(double left, double right, long end) {
    this.left = left;
    this.end = Math.max(1, end);
    this.unit = (right - left) / this.end;
  }

  double x(long time) {
    return left + unit * time;
  }

  double width(long from, long to) {
    return unit * (to - from);
  }

  /** Thin lines behind everything, one for each number of the ruler. */
  void grid(Svg svg, double top, double bottom) {
    long step = step();
    for (long time = 0; time <= end; time += step) {
      svg.line(x(time), top, x(time), bottom, "line", 0.5);
    }
  }

  /** Round times along a line of text whose base line is at y; the last one names the unit. */
  void ruler(Svg svg, double y) {
    long step = step();
    int scale = scale(step);
    long one = nanos(scale);
    for (long time = 0; time <= end; time += step) {
      boolean last = time + step > end;
      String number = time / one + (last ? " " + UNITS[scale] : "");
      svg.text(x(time), y, 11, "middle", "dim", number);
    }
  }

  /** 1, 2 or 5 times a power of ten, so that there are eight numbers at most. */
  private long step() {
    long step = 1;
    for (int i = 0; end / step > 8; i++) {
      step = i % 3 == 1 ? step / 2 * 5 : step * 2;
    }
    return step;
  }

  private static int scale(long time) {
    int scale = 0;
    while (scale < UNITS.length - 1 && time >= 1000 * nanos(scale)) {
      scale++;
    }
    return scale;
  }

  private static long nanos(int scale) {
    long nanos = 1;
    for (int i = 0; i < scale; i++) {
      nanos *= 1000;
    }
    return nanos;
  }

  /** A time with its unit and three digits at most after rounding: 850 ns, 12.3 ms. */
  static String text(long time) {
    int scale = scale(time);
    long one = nanos(scale);
    if (time % one == 0 || time >= 100 * one) {
      return (time + one / 2) / one + " " + UNITS[scale];
    }
    long tenths = (time * 10 + one / 2) / one;
    return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10) + " " + UNITS[scale];
  }
}
