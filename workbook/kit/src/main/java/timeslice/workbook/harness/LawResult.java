package timeslice.workbook.harness;

import java.time.Duration;

/**
 * What one law said.
 *
 * @param law the property's method name
 * @param message expected and found in words, with the smallest counterexample; empty when it holds
 */
public record LawResult(String law, Verdict verdict, String message, Duration took) {

  /** Whether it holds. */
  public boolean passed() {
    return verdict == Verdict.PASSED;
  }
}
