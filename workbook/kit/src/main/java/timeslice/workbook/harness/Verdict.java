package timeslice.workbook.harness;

/** What a law said about an answer. */
public enum Verdict {
  PASSED,
  FALSIFIED,
  NOT_WRITTEN,
  HUNG,
  DIED
}
