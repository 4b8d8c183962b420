package timeslice.explore;

/** Why an exploration stopped before its end, in sentences. */
final class Bounds {
  static final String CYCLE =
      "a schedule can come back to a state it was in before, so that there are infinitely many"
          + " interleavings to count: nothing is proved; reach() explores such programs";

  private Bounds() {}

  /** The sentence for a bound on states, which was reached. */
  static String states(int bound) {
    return "explored " + withCommas(bound) + " states and there are more: nothing is proved";
  }

  private static String withCommas(int number) {
    StringBuilder digits = new StringBuilder().append(number);
    for (int at = digits.length() - 3; at > 0; at -= 3) {
      digits.insert(at, ',');
    }
    return digits.toString();
  }
}
