package timeslice.workbook.run;

/**
 * Ends a law that the reader's answer does not satisfy; carries the {@link Verdict}.
 *
 * <p>It has no stack trace: its message says everything, the first line alone says the most
 * important.
 */
public final class LawBroken extends AssertionError {
  private static final long serialVersionUID = 1L;

  private final transient Verdict verdict;

  LawBroken(Verdict verdict, String message) {
    super(message);
    this.verdict = verdict;
    setStackTrace(new StackTraceElement[0]);
  }

  /** What is wrong. */
  public Verdict verdict() {
    return verdict;
  }

  // Surefire and IDEs print toString() and prefix it with nothing: the class name would be noise.
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
