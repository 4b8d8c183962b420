package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * A small concurrent program: a few threads on shared objects, and what must hold.
 *
 * <p>It is prepared afresh for every schedule, and its shared objects are made there. What the
 * threads share, they share through {@link SharedInt}, {@link SharedRef} and the other objects of
 * this package; apart from that a thread's body uses things of its own, and does the same whenever
 * it observes the same.
 */
public final class Scenario {

  /** What a thread does. */
  public interface Body {
    /** Does it; whatever is thrown makes the schedule a failing one. */
    void run() throws Exception;
  }

  /** A named thread. */
  record Named(String name, Body body) {}

  private final List<Named> threads = new ArrayList<>();
  private final List<Runnable> always = new ArrayList<>();
  private final List<Runnable> after = new ArrayList<>();

  Scenario() {}

  /** Adds a thread, 26 at most. The name stands over its column in the timeline. */
  public Scenario thread(String name, Body body) {
    if (threads.size() == Schedule.MOST_THREADS) {
      throw new IllegalArgumentException(
          "a scenario has at most " + Schedule.MOST_THREADS + " threads, " + name + " is too many");
    }
    threads.add(new Named(name, body));
    return this;
  }

  /**
   * Checks something after every step, and once before the first. The check throws an {@link
   * AssertionError} whose message says what is wrong, and looks at nothing but shared objects.
   */
  public Scenario always(Runnable check) {
    always.add(check);
    return this;
  }

  /**
   * Checks something when all threads have finished. The check throws an {@link AssertionError}
   * whose message says what is wrong, and looks at nothing but shared objects and what single
   * threads left behind.
   */
  public Scenario after(Runnable check) {
    after.add(check);
    return this;
  }

  List<Named> threads() {
    return threads;
  }

  List<Runnable> always() {
    return always;
  }

  List<Runnable> after() {
    return after;
  }
}
