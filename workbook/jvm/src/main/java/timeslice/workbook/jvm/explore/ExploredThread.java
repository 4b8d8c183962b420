package timeslice.workbook.jvm.explore;

import org.jspecify.annotations.Nullable;
import timeslice.workbook.jvm.explore.Scenario.Body;

/**
 * One thread of a scenario in one schedule: a virtual thread that announces each step and stops
 * until the explorer lets it take that step.
 *
 * <p>It runs on the explorer's thread, and only one of them at a time, so that no field here needs
 * a lock.
 */
final class ExploredThread {
  /** So often an abandoned thread may catch what should end it. */
  private static final int ENDINGS = 100;

  /** What the thread observes when a step throws. */
  private static final int THROWN = Integer.MIN_VALUE;

  private final Run run;
  private final int index;
  private final String name;
  private final SteppedThread thread;
  private final Looks looks = new Looks();
  private @Nullable Step<?> pending;
  private boolean granted;
  private boolean finished;
  private @Nullable Throwable thrown;
  private int endings;
  private int history;
  private int births;
  private boolean inVain;
  private boolean asleep;
  private int lookedAt;

  ExploredThread(Run run, int index, String name, Body body) {
    this.run = run;
    this.index = index;
    this.name = name;
    this.history = Histories.of(index);
    this.thread = new SteppedThread(name, () -> live(body));
  }

  private void live(Body body) {
    Stage.enter(this);
    try {
      body.run();
    } catch (Abandoned e) {
      // Nobody looks at this schedule any more.
    } catch (Throwable e) {
      thrown = e;
    } finally {
      finished = true;
      pending = null;
    }
  }

  // ---- On the thread itself ----

  /** Announces the step, waits for the explorer, and takes it. */
  <T extends @Nullable Object> T take(Step<T> step) {
    stopIfAbandoned();
    run.mustOwn(step.on());
    pending = step;
    inVain = step.enabled() && step.silent() && looks.know(step, look(step));
    SteppedThread.stop();
    stopIfAbandoned();
    pending = null;
    if (!granted) {
      throw new IllegalStateException(
          "the explorer cannot stop " + name + " here, in a static initializer or native code");
    }
    granted = false;
    return perform(step);
  }

  private <T extends @Nullable Object> int look(Step<T> step) {
    lookedAt = step.observe(step.perform());
    return lookedAt;
  }

  private <T extends @Nullable Object> T perform(Step<T> step) {
    boolean silent = step.enabled() && step.silent();
    T result;
    int seen;
    try {
      result = step.perform();
      seen = step.observe(result);
    } catch (RuntimeException e) {
      learn(THROWN);
      looks.changed();
      run.tell(this, () -> String.valueOf(e.getMessage()));
      throw e;
    }
    learn(seen);
    if (silent) {
      looks.looked(step, seen);
    } else {
      looks.changed();
    }
    run.tell(this, () -> step.words(result));
    return result;
  }

  private void learn(int seen) {
    history = run.histories().after(history, seen);
    births = 0;
  }

  /** A number for something that the thread brings up now, the same in every schedule. */
  int birth() {
    return run.histories().birth(history, births++);
  }

  private void stopIfAbandoned() {
    if (!run.over()) {
      return;
    }
    if (endings == ENDINGS) {
      SteppedThread.standStill();
    }
    endings++;
    throw new Abandoned();
  }

  // ---- On the explorer's thread ----

  void start() {
    thread.start();
    runOn();
  }

  /** Lets the thread take the step that it announced, and run on until it announces another. */
  void step() {
    granted = true;
    asleep = false;
    inVain = false;
    runOn();
  }

  private void runOn() {
    switch (thread.runUntil(() -> finished || pending != null)) {
      case HERE -> {
        if (thrown != null) {
          run.fail(Failure.of(this, thrown));
        }
      }
      case WAITS -> fail(" waits for something that the explorer cannot see");
      case GOES_ON -> fail(" goes on and on without using anything shared");
    }
  }

  private void fail(String what) {
    run.fail(new Failure(name + what + Show.place(thread.stackTrace()), null));
  }

  /** Ends the thread of an abandoned schedule; whether it could be ended. */
  boolean end() {
    return thread.end();
  }

  /** Another thread took a step: a look in vain is put off until its result changes. */
  void notice() {
    looks.interrupted();
    Step<?> step = pending;
    if (step == null || !inVain) {
      return;
    }
    boolean same = step.enabled() && step.silent() && sees(step) == lookedAt;
    asleep = same;
    inVain = same;
  }

  private static <T extends @Nullable Object> int sees(Step<T> step) {
    return step.observe(step.perform());
  }

  /** Whether the thread does nothing but look in vain, as far as can be seen; it runs on for it. */
  boolean spins() {
    for (int i = 0; i < Looks.REPEATS; i++) {
      if (finished || !inVain) {
        return false;
      }
      step();
    }
    return !finished && inVain;
  }

  Looks looks() {
    return looks;
  }

  /** The step that the thread has announced; null once it has finished. */
  @Nullable Step<?> pending() {
    return pending;
  }

  boolean finished() {
    return finished;
  }

  /** Whether its next step is put off until it would no longer be in vain. */
  boolean asleep() {
    return asleep;
  }

  /** Whether its next step is a look in vain. */
  boolean inVain() {
    return inVain;
  }

  Run run() {
    return run;
  }

  int index() {
    return index;
  }

  void position(Position.Builder position) {
    position.add(history);
    position.add(asleep ? 2 : inVain ? 1 : 0);
  }

  /** The name that the scenario gave it. */
  @Override
  public String toString() {
    return name;
  }

  /** Ends a thread whose schedule nobody follows any more. */
  private static final class Abandoned extends Error {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super("this schedule is over", null, false, false);
    }
  }
}
