package timeslice.explore.program;

/** How a jump compares two numbers. */
public enum Comparison {
  EQUAL(""),
  NOT_EQUAL("not "),
  LESS("below "),
  AT_LEAST("at least ");

  private final String words;

  Comparison(String words) {
    this.words = words;
  }

  /** Whether it holds between these numbers. */
  boolean holds(int left, int right) {
    return switch (this) {
      case EQUAL -> left == right;
      case NOT_EQUAL -> left != right;
      case LESS -> left < right;
      case AT_LEAST -> left >= right;
    };
  }

  /** As in "is it at least 3?", with a space where a number follows. */
  String words() {
    return words;
  }
}
