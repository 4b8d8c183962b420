package timeslice.workbook.jvm.explore;

import org.jspecify.annotations.Nullable;

/** Whether the current thread belongs to an exploration, and as what. */
final class Stage {
  // An ExploredThread on its own virtual thread; a Run while the scenario is prepared or checked.
  private static final ThreadLocal<Object> HERE = new ThreadLocal<>();

  private Stage() {}

  /** The thread of the scenario that runs here; null elsewhere. */
  static @Nullable ExploredThread actor() {
    return HERE.get() instanceof ExploredThread actor ? actor : null;
  }

  /** The schedule that is being prepared, run or checked here; null elsewhere. */
  static @Nullable Run run() {
    Object here = HERE.get();
    return here instanceof ExploredThread actor ? actor.run() : (Run) here;
  }

  static void enter(ExploredThread actor) {
    HERE.set(actor);
  }

  /** Does some work around the threads: its steps are taken at once. */
  static void around(Run run, Runnable work) {
    Object before = HERE.get();
    HERE.set(run);
    try {
      work.run();
    } finally {
      if (before == null) {
        HERE.remove();
      } else {
        HERE.set(before);
      }
    }
  }
}
