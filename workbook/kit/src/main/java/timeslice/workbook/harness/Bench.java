package timeslice.workbook.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.References;

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

  /**
   * A loader of all of it in this JVM, for code that is trusted to come back: the pictures of a
   * chapter, and nothing of a reader's.
   */
  public ClassLoader loader() {
    return load(getClass().getClassLoader());
  }

  private ClassLoader load(ClassLoader parent) {
    var above =
        new MemoryLoader("answers", answers.classes(), texts(lab.answerResources()), parent);
    return new MemoryLoader("laws", laws.classes(), texts(lab.resources()), above);
  }

  private static List<String> texts(List<Path> folders) {
    return folders.stream().map(Path::toString).toList();
  }

  /** Where the answers to an exercise use what the exercise closes; empty when nowhere. */
  public List<References.Shortcut> shortcuts(Task task) {
    var others = new HashSet<String>();
    tasks.forEach(other -> others.addAll(other.answers()));
    others.removeAll(task.answers());
    return References.shortcuts(
        task.answers(),
        task.closed(),
        name -> others.contains(Task.outermost(name)),
        name -> answers.classes().get(name));
  }

  /** The exercise of an id. */
  public Task task(ExerciseId id) {
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
