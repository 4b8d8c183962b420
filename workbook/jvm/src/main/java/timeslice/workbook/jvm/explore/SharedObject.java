package timeslice.workbook.jvm.explore;

import org.jspecify.annotations.Nullable;

/**
 * Something that several threads use, one atomic {@link Step} at a time.
 *
 * <p>Under the explorer each step is a scheduling point. Elsewhere a step is taken under the
 * object's monitor, and a step that is not enabled waits there: ordinary threads see an ordinary,
 * sequentially consistent object.
 */
abstract class SharedObject {
  private final String name;
  private final @Nullable Run home;

  SharedObject(String name) {
    this.name = name;
    this.home = Stage.run();
    if (home != null) {
      home.memory().add(this);
    }
  }

  /** Everything that another thread could notice about the object, in a fixed order. */
  abstract void contents(Position.Builder position);

  /** What guards the object when ordinary threads use it. */
  Object monitor() {
    return this;
  }

  /** The schedule that this object was made for; null outside explorations. */
  @Nullable Run home() {
    return home;
  }

  /** Whoever calls: a thread of the scenario, or an ordinary one. */
  static Object caller() {
    ExploredThread actor = Stage.actor();
    return actor != null ? actor : Thread.currentThread();
  }

  static String nameOf(@Nullable Object caller) {
    return switch (caller) {
      case null -> "nobody";
      case Thread thread -> "thread " + thread.getName();
      default -> caller.toString();
    };
  }

  /** A number for whoever called: 0 for nobody. */
  static int numberOf(@Nullable Object caller) {
    return switch (caller) {
      case null -> 0;
      case ExploredThread actor -> actor.index() + 1;
      default -> -1;
    };
  }

  final <T extends @Nullable Object> T take(Step<T> step) {
    ExploredThread actor = Stage.actor();
    if (actor != null) {
      return actor.take(step);
    }
    Run run = Stage.run();
    return run != null ? onStage(step, run) : alone(step);
  }

  // What prepares or checks a scenario runs between schedules, with nobody to wait for.
  private <T extends @Nullable Object> T onStage(Step<T> step, Run run) {
    run.mustOwn(this);
    if (!step.enabled()) {
      throw new AssertionError(
          "only the scenario's threads can wait, but what stands around them " + step.waits());
    }
    return step.perform();
  }

  private <T extends @Nullable Object> T alone(Step<T> step) {
    Object monitor = monitor();
    synchronized (monitor) {
      try {
        while (!step.enabled()) {
          monitor.wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted: it " + step.waits(), e);
      }
      T result = step.perform();
      monitor.notifyAll();
      return result;
    }
  }

  /** The name given at birth. */
  @Override
  public final String toString() {
    return name;
  }
}
