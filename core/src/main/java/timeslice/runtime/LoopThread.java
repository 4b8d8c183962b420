package timeslice.runtime;

import java.util.ArrayDeque;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Kernel;
import timeslice.kernel.ThreadBody;
import timeslice.runtime.loop.Callback;
import timeslice.runtime.loop.EventLoop;
import timeslice.runtime.loop.Future;
import timeslice.runtime.loop.Host;
import timeslice.runtime.loop.PoolCall;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;

/**
 * The kernel thread of one event loop: it waits in the selector, and runs one iteration after the
 * other. Time that callbacks spend is time on its CPU, which it competes for like any thread.
 */
final class LoopThread implements ThreadBody, Host {
  private static final int NOBODY = -1;

  private final LoopSession session;
  private final Kernel kernel;
  private final int number;
  private final int process;
  private final RuntimeCosts.Moves costs;
  private final EventLoop loop = new EventLoop(this);
  private final LoopPool pool;

  private final ArrayDeque<Integer> found = new ArrayDeque<>();
  private int thread = NOBODY;
  private boolean selecting;
  private boolean woken;
  private boolean paid;
  private int mounted = NOBODY;
  private StopReason putDownFor = StopReason.ENDED;

  LoopThread(LoopSession session, int number, int process, int cpus, RuntimeCosts.Moves costs) {
    this.session = session;
    this.kernel = session.kernel;
    this.number = number;
    this.process = process;
    this.costs = costs;
    this.pool = new LoopPool(kernel, process, PoolCall.defaultThreads(cpus));
  }

  void start() {
    thread = kernel.create(process, this);
  }

  int number() {
    return number;
  }

  int thread() {
    return thread;
  }

  EventLoop loop() {
    return loop;
  }

  /** A new task; from outside of the loop's thread, the loop has to be woken. */
  void add(int task, boolean fromOutside) {
    loop.createTask(new ProgramCoroutine(session, this, task));
    if (fromOutside) {
      wakeUp();
    }
  }

  void callFromOutside(Callback callback) {
    loop.callSoonThreadsafe(callback);
  }

  /** A future that is done when this task's socket is ready, so many nanoseconds from now. */
  Future socket(int task, long ns) {
    kernel.complete(kernel.now() + ns, task);
    return session.awaits(task, loop.createFuture());
  }

  /** The kernel finds this task's socket ready. */
  void found(int task) {
    found.add(task);
    wakeUp();
  }

  @Override
  public long now() {
    return kernel.now();
  }

  @Override
  public void wakeUp() {
    woken = true;
    if (selecting && kernel.wake(thread, costs.wakeUp())) {
      selecting = false;
    }
  }

  @Override
  public void submit(PoolCall call) {
    pool.submit(call);
  }

  /** The task is being stepped on this thread. */
  void mount(int task) {
    if (mounted != task) {
      mounted = task;
      session.noteMounted(task, thread);
    }
  }

  /** Why the task that is being stepped will be put down. */
  void willPutDownFor(StopReason why) {
    putDownFor = why;
  }

  @Override
  public long next(Kernel asking, int self) {
    session.setRunning(this);
    long answer = go(self);
    session.setRunning(null);
    return answer;
  }

  private long go(int self) {
    selecting = false; // if it was, the time-out has ended the wait
    while (true) {
      if (!loop.hasNext()) {
        long timeout = woken ? 0 : loop.timeout();
        if (timeout > 0) {
          selecting = true;
          return timeout == EventLoop.FOREVER
              ? kernel.block(self, StopReason.NO_WORK, NOBODY)
              : kernel.sleep(self, timeout, StopReason.NO_WORK, NOBODY);
        }
        beginIteration();
        continue;
      }
      if (!paid && costs.callback() > 0) {
        paid = true;
        return costs.callback();
      }
      long ns = loop.runNext();
      if (ns > 0) {
        return ns;
      }
      if (ns < 0) {
        return kernel.sleep(self, -ns, StopReason.IO, NOBODY);
      }
      handleDone(self);
    }
  }

  private void beginIteration() {
    woken = false;
    while (!found.isEmpty()) {
      int task = found.remove();
      loop.ioReady(Callback.of(() -> session.comes(task)));
    }
    int todo = loop.beginIteration();
    kernel.trace().note(kernel.now(), Kind.ITERATION, NOBODY, number, NOBODY, todo);
  }

  private void handleDone(int self) {
    paid = false;
    if (mounted >= 0) {
      kernel
          .trace()
          .note(kernel.now(), Kind.UNMOUNTED, NOBODY, mounted, self, putDownFor.ordinal());
      mounted = NOBODY;
    }
  }
}
