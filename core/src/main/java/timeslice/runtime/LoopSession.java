package timeslice.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import timeslice.kernel.Machine;
import timeslice.program.Workload;
import timeslice.runtime.loop.Callback;
import timeslice.runtime.loop.Future;
import timeslice.trace.Kind;

/** One run of tasks on event loops: which loop a task belongs to, and what it awaits. */
final class LoopSession extends TaskRuntime {
  private final EventLoops rules;
  private final int cpus;
  private LoopThread[] loops = {};
  private int[] loopOf = new int[0];

  /** What a task awaits, if that is another task or a socket. */
  private @Nullable Future[] awaited = new Future[0];

  /** The loop whose thread is running at this instant, null if none is. */
  private @Nullable LoopThread running;

  LoopSession(Machine machine, Workload workload, EventLoops rules) {
    super(machine, workload, HandOff.TO_FIRST_WAITER, new PlainCounts());
    this.rules = rules;
    this.cpus = machine.cpus();
  }

  @Override
  void boot(int tasks) {
    loopOf = new int[tasks];
    awaited = new Future[tasks];
    kernel.tell(this::found);
    loops = new LoopThread[rules.loops()];
    for (int i = 0; i < loops.length; i++) {
      loops[i] = new LoopThread(this, i, kernel.createProcess(), cpus, rules.costs().moves());
      loops[i].start();
    }
  }

  @Override
  public boolean begin(int task) {
    if (task >= loopOf.length) {
      loopOf = Arrays.copyOf(loopOf, task + (task >> 1) + 16);
      awaited = Arrays.copyOf(awaited, loopOf.length);
    }
    LoopThread current = running;
    loopOf[task] = current == null ? task % loops.length : current.number();
    loops[loopOf[task]].add(task, current == null);
    return true;
  }

  @Override
  public long spawnCost() {
    return rules.costs().creation().task();
  }

  @Override
  public int threadOf(int task) {
    return loops[loopOf[task]].thread();
  }

  /** From now on the task awaits this future. */
  Future awaits(int task, Future future) {
    awaited[task] = future;
    return future;
  }

  /** The kernel finds this task's socket ready. */
  private void found(int task) {
    noteReady(task);
    loops[loopOf[task]].found(task);
  }

  @Override
  public void resume(int task) {
    noteReady(task);
    LoopThread its = loops[loopOf[task]];
    if (its == running) {
      comes(task);
    } else {
      its.callFromOutside(Callback.of(() -> comes(task)));
    }
  }

  // Ready it is from now on, though its loop may be busy and learn of it only later.
  private void noteReady(int task) {
    trace.note(kernel.now(), Kind.TASK_READY, NOBODY, task, NOBODY, 0);
  }

  /** The loop learns that what the task awaits is there; to be called on the task's own loop. */
  void comes(int task) {
    Future future = awaited[task];
    if (future == null) {
      throw new IllegalStateException("task " + task + " awaits nothing and cannot be resumed");
    }
    awaited[task] = null;
    future.setResult(null);
  }

  void setRunning(@Nullable LoopThread loop) {
    running = loop;
  }
}
