package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks of a loop that are not done: a list through the tasks themselves, oldest first. */
final class LivingTasks {
  private @Nullable Task oldest;
  private @Nullable Task newest;

  void add(Task task) {
    task.older = newest;
    if (newest == null) {
      oldest = task;
    } else {
      newest.newer = task;
    }
    newest = task;
  }

  void remove(Task task) {
    if (task.older == null) {
      oldest = task.newer;
    } else {
      task.older.newer = task.newer;
    }
    if (task.newer == null) {
      newest = task.older;
    } else {
      task.newer.older = task.older;
    }
    task.older = null;
    task.newer = null;
  }

  List<Task> oldestFirst() {
    List<Task> all = new ArrayList<>();
    for (Task task = oldest; task != null; task = task.newer) {
      all.add(task);
    }
    return all;
  }
}
