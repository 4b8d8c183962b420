package timeslice.workbook.harness;

import java.util.List;
import timeslice.workbook.run.Verdict.State;

/**
 * What the laws of one exercise said, each exactly once: a law that was not reported by the run
 * stands here as not passed.
 */
public record TaskResult(Task task, List<LawResult> laws) {

  public TaskResult {
    laws = List.copyOf(laws);
  }

  /** Whether there are laws and all of them hold. */
  public boolean passed() {
    return !laws.isEmpty() && laws.stream().allMatch(LawResult::passed);
  }

  /** The laws that do not hold. */
  public List<LawResult> failures() {
    return laws.stream().filter(law -> !law.passed()).toList();
  }

  /** The laws that caught something wrong, not merely something missing. */
  public List<LawResult> caught() {
    return failures().stream()
        .filter(law -> law.state().red() && law.state() != State.NOT_WRITTEN)
        .toList();
  }
}
