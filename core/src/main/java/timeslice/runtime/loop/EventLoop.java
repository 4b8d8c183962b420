package timeslice.runtime.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event loop: one ready queue, one heap of timers, and the rules by which one thread serves them
 * (asyncio/base_events.py of CPython 3.13; FACTS 2.6).
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
public final class EventLoop {
  /** {@link #timeout} of a loop that nothing but somebody else can wake. */
  public static final long FOREVER = Long.MAX_VALUE;

  /** The longest wait in the selector: 24 hours. */
  public static final long LONGEST_WAIT = 24 * 3_600_000_000_000L;

  /** The resolution of Linux's monotonic clock, in nanoseconds. */
  public static final long LINUX_RESOLUTION = 1;

  final @Nullable LoopObserver observer;
  private final Host host;
  private final long clockResolution;
  private final ReadyRing ready = new ReadyRing();
  private final Timers timers = new Timers();
  private final LivingTasks living = new LivingTasks();
  private int todo;
  private @Nullable Ready running;
  private boolean stopping;
  private boolean closed;
  private boolean poolUsed;
  private int poolCalls;
  private @Nullable Future poolJoined;
  private int tasks;
  private int others;

  /** A loop on this host that nobody watches. */
  public EventLoop(Host host) {
    this(host, LINUX_RESOLUTION, null);
  }

  /**
   * A loop.
   *
   * @param clockResolution a timer is due when its time is less than this away, in ns, 1 or more
   * @param observer who is told what happens, or null
   */
  public EventLoop(Host host, long clockResolution, @Nullable LoopObserver observer) {
    if (clockResolution < 1) {
      throw new IllegalArgumentException(
          "the clock resolution must be 1 ns or more, got " + clockResolution);
    }
    this.host = host;
    this.clockResolution = clockResolution;
    this.observer = observer;
  }

  /** The host's time in nanoseconds. */
  public long now() {
    return host.now();
  }

  // ---- what callbacks ask for ----

  /** Has this called in the next iteration, after all that was asked for before. */
  public Handle callSoon(Callback callback) {
    Handle handle = new Handle(nextNumber(), callback);
    ready(handle);
    return handle;
  }

  /** As {@link #callSoon}, and wakes the selector; the only method for other threads. */
  public Handle callSoonThreadsafe(Callback callback) {
    Handle handle = callSoon(callback);
    host.wakeUp();
    return handle;
  }

  /** Has this called in the first iteration that begins so many nanoseconds from now, or later. */
  public TimerHandle callLater(long nanos, Callback callback) {
    long when = now() + nanos;
    return callAt(nanos > 0 && when < 0 ? Long.MAX_VALUE : when, callback);
  }

  /** Has this called in the first iteration that begins at this time (less resolution) or later. */
  public TimerHandle callAt(long when, Callback callback) {
    checkOpen();
    TimerHandle timer = new TimerHandle(nextNumber(), callback, when, timers);
    timers.add(timer);
    return timer;
  }

  /** A future that somebody is to complete. */
  public Future createFuture() {
    return new Future(this, nextNumber());
  }

  /** A task that runs this coroutine, from the next iteration on. */
  public Task createTask(Coroutine coroutine) {
    Task task = new Task(this, ++tasks, coroutine);
    living.add(task);
    if (observer != null) {
      observer.taskCreated(task.number());
    }
    ready(task);
    return task;
  }

  /** A future as it is; a coroutine as a new task. (asyncio: {@code ensure_future}.) */
  public Future ensureFuture(Awaitable awaitable) {
    return switch (awaitable) {
      case Future future -> future;
      case Coroutine coroutine -> createTask(coroutine);
    };
  }

  /** A coroutine that takes this long: a pause if it is 0 or less, and a timer otherwise. */
  public Coroutine sleep(long nanos) {
    return new AwaitOnce(() -> sleepStep(nanos));
  }

  /** A coroutine that has a thread of the pool make this call, and takes its outcome. */
  public Coroutine toThread(BlockingCall call) {
    return new AwaitOnce(() -> runInPool(call));
  }

  /** Has a thread of the pool make this call; the future gets its outcome. */
  public Future runInPool(BlockingCall call) {
    PoolCall job = new PoolCall(this, call);
    poolUsed = true;
    poolCalls++;
    host.submit(job);
    return job.future();
  }

  /** The task that runs now, or null if it is no task's turn. */
  public @Nullable Task currentTask() {
    return running instanceof Task task ? task : null;
  }

  /** The tasks that are not done, the oldest first. */
  public List<Task> livingTasks() {
    return living.oldestFirst();
  }

  /** Has the host leave the loop at the end of this iteration, or of the next if none is begun. */
  public void stop() {
    stopping = true;
  }

  // ---- what the host does ----

  /** Discards cancelled timers and says how long the selector may wait: 0 to a day, or FOREVER. */
  public long timeout() {
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
  public Handle ioReady(Callback callback) {
    return callSoon(callback);
  }

  /**
   * Moves the timers that are due to the ready queue, and takes the snapshot.
   *
   * @return how many handles this iteration takes
   */
  public int beginIteration() {
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
  public boolean hasNext() {
    return todo > 0 || running != null;
  }

  /** Takes the next handle, or goes on with the one that spent time; answers as a callback does. */
  public long runNext() {
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
  public boolean takeStop() {
    boolean stop = stopping;
    stopping = false;
    return stop;
  }

  /** How many handles and steps are ready. */
  public int readyCount() {
    return ready.size();
  }

  /** How many timers the heap holds, cancelled ones included. */
  public int timerCount() {
    return timers.size();
  }

  /** Drops all that is scheduled; nothing can be scheduled any more. */
  public void close() {
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

  // ---- for futures and tasks ----

  void ready(Ready what) {
    checkOpen();
    ready.add(what);
  }

  /** What {@code await sleep} comes to. */
  Step sleepStep(long nanos) {
    return nanos <= 0 ? Step.Pause.PAUSE : new SleepFuture(this, nextNumber(), nanos);
  }

  int nextNumber() {
    return ++others;
  }

  /** Lets a waiting {@link #joinPool} know; called from the thread of the pool. */
  void poolCallEnded() {
    poolCalls--;
    Future waiting = poolJoined;
    if (poolCalls == 0 && waiting != null) {
      callSoonThreadsafe(Callback.of(() -> waiting.setResult(null)));
    }
  }

  /** Done when no call is left in the pool; at once if there never was one. */
  Future joinPool() {
    Future joined = createFuture();
    if (!poolUsed) {
      joined.setResult(null);
    } else {
      poolJoined = joined;
      poolCalls++;
      poolCallEnded();
    }
    return joined;
  }

  boolean closed() {
    return closed;
  }

  void forget(Task task) {
    living.remove(task);
  }

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the loop is closed: nothing can be scheduled on it");
    }
  }
}
