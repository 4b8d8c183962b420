package timeslice.runtime.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event loop: a loop of callbacks, and on it futures, tasks, sleep, and blocking calls in other
 * threads (asyncio of CPython 3.13). How it runs, and what its {@link Host} has to do, says {@link
 * CallbackLoop}.
 *
 * <pre>{@code
 * SoloHost host = new SoloHost();
 * EventLoop loop = host.loop();
 * loop.createTask(Script.script().compute(2_000).sleep(5_000).on(loop));
 * host.runUntilIdle();
 * }</pre>
 */
public final class EventLoop extends CallbackLoop {
  private final LivingTasks living = new LivingTasks();
  private int tasks;
  private boolean poolUsed;
  private int poolCalls;
  private @Nullable Future poolJoined;

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
    super(host, clockResolution, observer);
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
    return running() instanceof Task task ? task : null;
  }

  /** The tasks that are not done, the oldest first. */
  public List<Task> livingTasks() {
    return living.oldestFirst();
  }

  /** What {@code await sleep} comes to: a pause if the time is 0 or less, a future otherwise. */
  public Step sleepStep(long nanos) {
    return nanos <= 0 ? Step.Pause.PAUSE : new SleepFuture(this, nextNumber(), nanos);
  }

  /** Lets a waiting {@link #joinPool} know; called from the thread of the pool. */
  void poolCallEnded() {
    poolCalls--;
    Future waiting = poolJoined;
    if (poolCalls == 0 && waiting != null) {
      callSoonThreadsafe(Callback.of(() -> waiting.completeUnlessDone(Outcome.NOTHING)));
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

  void forget(Task task) {
    living.remove(task);
  }
}
