package timeslice.workbook.harness;

import java.time.Duration;
import timeslice.workbook.run.Verdict;

/** What one law said, and how long it took to say it. */
public record LawResult(Verdict verdict, Duration took) {

  /** The property's method name. */
  public String law() {
    return verdict.law();
  }

  /** What came out. */
  public Verdict.State state() {
    return verdict.state();
  }

  /** Whether it holds. */
  public boolean passed() {
    return state() == Verdict.State.PASSED;
  }

  /** One line for people: the law as a sentence, what came out, and why. */
  @Override
  public String toString() {
    String example =
        verdict.example().isEmpty()
            ? ""
            : " with "
                + String.join(
                    ", ",
                    verdict.example().stream().map(a -> a.name() + " = " + a.value()).toList());
    return verdict.sentence() + ": " + state() + " " + verdict.why() + example;
  }
}
