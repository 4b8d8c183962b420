package timeslice.bench;

import java.util.Locale;

/** Lines of figures: ours, the floor's, the ratio, and whether a goal is met. */
final class Table {
  private static final int MISSING = -1;

  private int goals;
  private int missed;

  /** Begins a new part. */
  void title(String what, String unit) {
    print("%n%s; %s%n", what, unit);
    print("%-48s %9s %9s %6s   %s%n", "", "core", "floor", "ratio", "goal");
  }

  /** A line without a goal. */
  void line(String what, double core, double floor) {
    line(what, core, floor, "");
  }

  /** A line without a floor, whose goal is a figure. */
  void atMost(double most, String what, double core) {
    line(what, core, MISSING, goal(core <= most, "%s at most".formatted(number(most))));
  }

  /** A line whose goal is a figure, on whatever machine. */
  void atMost(double most, String what, double core, double floor) {
    line(what, core, floor, goal(core <= most, "%s at most".formatted(number(most))));
  }

  /** A line whose goal is a ratio to the floor. */
  void atMostTimes(double most, String what, double core, double floor) {
    String times = "%s times the floor at most".formatted(number(most));
    line(what, core, floor, goal(core <= most * floor, times));
  }

  /** A line with both goals. */
  void atMostBoth(double most, double times, String what, double core, double floor) {
    boolean met = core <= most && core <= times * floor;
    String both = "%s and %s times the floor at most".formatted(number(most), number(times));
    line(what, core, floor, goal(met, both));
  }

  /** A remark below the lines. */
  void remark(String text) {
    print("%s%n", text);
  }

  /** How many goals were met. */
  void sum() {
    print("%n%d of %d goals met%n", goals - missed, goals);
  }

  private String goal(boolean met, String text) {
    goals++;
    missed += met ? 0 : 1;
    return text + (met ? ": met" : ": MISSED");
  }

  private static void line(String what, double core, double floor, String goal) {
    boolean alone = floor == MISSING;
    print(
        "%-48s %9s %9s %6s   %s%n",
        what,
        number(core),
        alone ? "" : number(floor),
        alone ? "" : "%.2f".formatted(core / floor),
        goal);
  }

  private static String number(double value) {
    int digits = value >= 100 || value == Math.rint(value) ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
