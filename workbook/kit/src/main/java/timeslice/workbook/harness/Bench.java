package timeslice.workbook.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * A lab with one set of answers, both compiled and ready to run.
 *
 * @param tasks the lab's exercises, in order; none when something does not compile
 */
public record Bench(Lab lab, Compiled answers, Compiled laws, List<Task> tasks) {

  public Bench {
    tasks = List.copyOf(tasks);
  }

  /** Why it cannot run: compile errors of the answers, or of the laws against them. */
  public List<String> errors() {
    var all = new ArrayList<>(answers.errors());
    all.addAll(laws.errors());
    return all;
  }

  /** The exercise of an id. */
  public Task task(String id) {
    return tasks.stream()
        .filter(task -> task.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no exercise \""
                        + id
                        + "\" in "
                        + lab.name()
                        + "; there are "
                        + tasks.stream().map(Task::id).toList()));
  }
}
