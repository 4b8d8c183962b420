package timeslice.workbook.jvm.explore;

import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.jvm.explore.Scenario.Body;

/**
 * One thread of a scenario in one schedule: a virtual thread that announces each step and stops
 * until the explorer lets it take that step.
 *
 * <p>It is its own scheduler: what the JDK wants to run is kept until the explorer runs it, on the
 * explorer's thread. So only one thread runs at a time, and no field here needs a lock.
 */
final class ExploredThread implements Executor {
  /** So often a thread may stop without announcing a step. */
  private static final int PAUSES = 10_000;

  /** So many milliseconds a thread may wait for something the explorer cannot see. */
  private static final int PATIENCE = 200;

  /** So often an abandoned thread may catch what should end it. */
  private static final int ENDINGS = 100;

  /** What the thread observes when a step throws. */
  private static final int THROWN = Integer.MIN_VALUE;

  private final Run run;
  private final int index;
  private final String name;
  private final Thread thread;
  private final Looks looks = new Looks();
  private volatile @Nullable Runnable ready;
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
    this.thread = VirtualThreads.unstarted(name, this, () -> live(body));
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

  @Override
  public void execute(Runnable continuation) {
    ready = continuation;
  }

  // ---- On the thread itself ----

  /** Announces the step, waits for the explorer, and takes it. */
  <T extends @Nullable Object> T take(Step<T> step) {
    stopIfAbandoned();
    run.mustOwn(step.on());
    pending = step;
    inVain = step.enabled() && step.silent() && looks.know(step, look(step));
    Thread.yield();
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
    while (endings == ENDINGS) {
      // It catches everything; the interrupt that should end its waiting must not wake it here.
      boolean ignored = Thread.interrupted();
      LockSupport.park(this);
    }
    endings++;
    throw Abandoned.NOW;
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
    if (thrown != null) {
      run.fail(this, thrown);
    }
  }

  private void runOn() {
    for (int pauses = 0; pauses < PAUSES; pauses++) {
      Runnable continuation = ready;
      if (continuation == null) {
        run.fail(name + " waits for something that the explorer cannot see" + Show.where(thread));
        return;
      }
      ready = null;
      continuation.run();
      if (finished || pending != null) {
        if (thrown != null) {
          run.fail(this, thrown);
        }
        return;
      }
      awaitReady();
    }
    run.fail(name + " goes on and on without using anything shared" + Show.where(thread));
  }

  // Something in the JDK may take another thread's lock for a moment, printing for example.
  private void awaitReady() {
    for (int i = 0; i < PATIENCE && ready == null; i++) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** Ends the thread of an abandoned schedule; whether it could be ended. */
  boolean end() {
    for (int i = 0; !finished && i < 2 * ENDINGS; i++) {
      Runnable continuation = ready;
      if (continuation == null) {
        if (!thread.isAlive()) {
          return true;
        }
        thread.interrupt();
        continuation = ready;
      }
      if (continuation == null) {
        return false;
      }
      ready = null;
      continuation.run();
    }
    return finished;
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
    static final Abandoned NOW = new Abandoned();

    private Abandoned() {
      super("this schedule is over", null, false, false);
    }
  }
}
