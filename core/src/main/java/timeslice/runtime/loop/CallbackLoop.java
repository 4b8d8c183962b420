package timeslice.runtime.loop;

import org.jspecify.annotations.Nullable;

/**
 * A loop that calls callbacks: one ready queue, one heap of timers, and the rules by which one
 * thread serves them (asyncio/base_events.py of CPython 3.13; FACTS 2.6). {@link EventLoop} adds
 * futures and tasks.
 *
 * <p>It runs nothing by itself. A {@link Host} repeats one iteration, {@code _run_once} there:
 *
 * <ol>
 *   <li>{@link #timeout} says how long the selector may wait, and the host waits;
 *   <li>the host hands over what the selector found: {@link #ioReady};
 *   <li>{@link #beginIteration} adds the timers that are due and takes the snapshot;
 *   <li>while {@link #hasNext}: {@link #runNext}, and the time it asks for passes.
 * </ol>
 *
 * <p>What is added to the ready queue meanwhile waits for the next iteration. That is why a
 * callback that schedules itself again starves neither timers nor I/O. All times are nanoseconds of
 * the host's clock.
 */
public abstract sealed class CallbackLoop permits EventLoop {
  /** {@link #timeout} of a loop that nothing but somebody else can wake. */
  public static final long FOREVER = Long.MAX_VALUE;

  /** The longest wait in the selector: 24 hours. */
  public static final long LONGEST_WAIT = 24 * 3_600_000_000_000L;

  /** The resolution of Linux's monotonic clock, in nanoseconds. */
  public static final long LINUX_RESOLUTION = 1;

  final Host host;
  final @Nullable LoopObserver observer;
  private final long clockResolution;
  private final ReadyRing ready = new ReadyRing();
  private final Timers timers = new Timers();
  private int todo;
  private @Nullable Ready running;
  private boolean stopping;
  private boolean closed;
  private int numbers;

  CallbackLoop(Host host, long clockResolution, @Nullable LoopObserver observer) {
    if (clockResolution < 1) {
      throw new IllegalArgumentException(
          "the clock resolution must be 1 ns or more, got " + clockResolution);
    }
    this.host = host;
    this.clockResolution = clockResolution;
    this.observer = observer;
  }

  /** The host's time in nanoseconds. */
  public final long now() {
    return host.now();
  }

  // ---- what callbacks ask for ----

  /** Has this called in the next iteration, after all that was asked for before. */
  public final Handle callSoon(Callback callback) {
    Handle handle = new Handle(nextNumber(), callback);
    ready(handle);
    return handle;
  }

  /** As {@link #callSoon}, and wakes the selector; the only method for other threads. */
  public final Handle callSoonThreadsafe(Callback callback) {
    Handle handle = callSoon(callback);
    host.wakeUp();
    return handle;
  }

  /** Has this called in the first iteration that begins so many nanoseconds from now, or later. */
  public final TimerHandle callLater(long nanos, Callback callback) {
    long when = now() + nanos;
    return callAt(nanos > 0 && when < 0 ? Long.MAX_VALUE : when, callback);
  }

  /** Has this called in the first iteration that begins at this time (less resolution) or later. */
  public final TimerHandle callAt(long when, Callback callback) {
    checkOpen();
    TimerHandle timer = new TimerHandle(nextNumber(), callback, when, timers);
    timers.add(timer);
    return timer;
  }

  /** Has the host leave the loop at the end of this iteration, or of the next if none is begun. */
  public final void stop() {
    stopping = true;
  }

  // ---- what the host does ----

  /** Discards cancelled timers and says how long the selector may wait: 0 to a day, or FOREVER. */
  public final long timeout() {
    timers.discardCancelled();
    if (ready.size() > 0 || stopping) {
      return 0;
    }
    if (timers.isEmpty()) {
      return FOREVER;
    }
    long left = timers.firstWhen() <= now() ? 0 : timers.firstWhen() - now();
    return left < 0 ? LONGEST_WAIT : Math.min(left, LONGEST_WAIT);
  }

  /** Adds the callback of a descriptor that the selector has found ready. */
  public final Handle ioReady(Callback callback) {
    return callSoon(callback);
  }

  /**
   * Moves the timers that are due to the ready queue, and takes the snapshot.
   *
   * @return how many handles this iteration takes
   */
  public final int beginIteration() {
    if (hasNext()) {
      throw new IllegalStateException("the iteration before has " + todo + " handles to run yet");
    }
    long now = now();
    while (!timers.isEmpty() && timers.firstWhen() < now + clockResolution) {
      TimerHandle due = timers.take();
      if (observer != null) {
        observer.timerDue(due.number(), now - due.when());
      }
      ready(due);
    }
    todo = ready.size();
    if (observer != null) {
      observer.iterationBegan(todo);
    }
    return todo;
  }

  /** Whether this iteration is not over. */
  public final boolean hasNext() {
    return todo > 0 || running != null;
  }

  /** Takes the next handle, or goes on with the one that spent time; answers as a callback does. */
  public final long runNext() {
    boolean begins = running == null;
    if (begins) {
      running = ready.take();
      todo--;
    }
    long nanos =
        switch (running) {
          case Task task -> task.step();
          case Handle handle when begins -> begin(handle);
          case Handle handle -> handle.run();
          case null -> throw new AssertionError();
        };
    if (nanos == Callback.DONE) {
      running = null;
    }
    return nanos;
  }

  /** Whether the host should leave the loop; asked after an iteration, and forgotten by that. */
  public final boolean takeStop() {
    boolean stop = stopping;
    stopping = false;
    return stop;
  }

  /** How many handles and steps are ready. */
  public final int readyCount() {
    return ready.size();
  }

  /** How many timers the heap holds, cancelled ones included. */
  public final int timerCount() {
    return timers.size();
  }

  /** Drops all that is scheduled; nothing can be scheduled any more. */
  public final void close() {
    closed = true;
    ready.clear();
    timers.clear();
  }

  private long begin(Handle handle) {
    if (observer != null) {
      if (handle.cancelled()) {
        observer.handleSkipped(handle.number());
      } else {
        observer.handleRun(handle.number());
      }
    }
    return handle.cancelled() ? Callback.DONE : handle.run();
  }

  // ---- for those who build on it ----

  final void ready(Ready what) {
    checkOpen();
    ready.add(what);
  }

  /** What is being run, or null. */
  final @Nullable Ready running() {
    return running;
  }

  /** A number for a handle or a future. */
  final int nextNumber() {
    return ++numbers;
  }

  final boolean closed() {
    return closed;
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the loop is closed: nothing can be scheduled on it");
    }
  }
}
