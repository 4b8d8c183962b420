package timeslice.workbook.harness;

import java.util.List;

/**
 * What a run gave: either compile errors in words, or a result for each exercise that was to run.
 */
public record Report(List<String> errors, List<TaskResult> tasks) {

  public Report {
    errors = List.copyOf(errors);
    tasks = List.copyOf(tasks);
  }

  /** Whether the answers compiled, the laws compiled against them, and every law holds. */
  public boolean passed() {
    return errors.isEmpty() && tasks.stream().allMatch(TaskResult::passed);
  }
}
