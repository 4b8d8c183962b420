package timeslice.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeslice.program.Operation;
import timeslice.runtime.Outcome.Waiting;
import timeslice.trace.StopReason;

/**
 * Who waits for whom when a run has come to a halt. A cycle of tasks, each of which holds the lock
 * that the one before it wants, is a deadlock; and with locks that have one owner the reverse holds
 * too (Coffman, Elphick and Shoshani, "System deadlocks", Computing Surveys 1971).
 */
final class WaitForGraph {
  private static final int NOBODY = -1;

  private final TaskTable tasks;
  private final @Nullable Operation[] code;
  private final Locks locks;

  WaitForGraph(TaskTable tasks, @Nullable Operation[] code, Locks locks) {
    this.tasks = tasks;
    this.code = code;
    this.locks = locks;
  }

  Outcome outcome() {
    List<Waiting> all = new ArrayList<>();
    for (int task = 0; task < tasks.size; task++) {
      if (tasks.state[task] != TaskTable.ENDED) {
        all.add(waiting(task));
      }
    }
    if (all.isEmpty()) {
      return new Outcome.Finished();
    }
    for (Waiting start : all) {
      List<Waiting> cycle = cycleThrough(start);
      if (!cycle.isEmpty()) {
        return new Outcome.Deadlock(cycle);
      }
    }
    return new Outcome.Stuck(all);
  }

  /** Follows holders from this task on; a task waits for one lock at most, so there is one path. */
  private List<Waiting> cycleThrough(Waiting start) {
    List<Waiting> path = new ArrayList<>();
    Waiting at = start;
    for (int steps = 0; steps < tasks.size; steps++) {
      path.add(at);
      if (at.why() != StopReason.LOCK || at.heldBy() == NOBODY) {
        return List.of();
      }
      if (at.heldBy() == start.task()) {
        return path;
      }
      at = waiting(at.heldBy());
    }
    return List.of();
  }

  /** What this task waits for. */
  Waiting waiting(int task) {
    Operation operation = tasks.state[task] == TaskTable.WAITING ? code[tasks.place[task]] : null;
    return switch (operation) {
      case Operation.Lock lock -> forLock(task, lock.lock());
      case Operation.EnterMonitor monitor -> forLock(task, monitor.lock());
      case Operation.Wait wait ->
          (tasks.flags[task] & TaskTable.NOTIFIED) != 0
              ? forLock(task, wait.lock())
              : new Waiting(task, StopReason.CONDITION, wait.condition(), NOBODY);
      case Operation.Acquire acquire ->
          new Waiting(task, StopReason.SEMAPHORE, acquire.semaphore(), NOBODY);
      case Operation.Await await -> new Waiting(task, StopReason.FUTURE, await.future(), NOBODY);
      case Operation.Join _ -> new Waiting(task, StopReason.JOIN, NOBODY, NOBODY);
      case Operation.Park _ -> new Waiting(task, StopReason.PARK, NOBODY, NOBODY);
      case Operation.Send send -> new Waiting(task, StopReason.PIPE, send.pipe(), NOBODY);
      case Operation.Receive receive -> new Waiting(task, StopReason.PIPE, receive.pipe(), NOBODY);
      case null, default -> new Waiting(task, StopReason.NO_WORK, NOBODY, NOBODY);
    };
  }

  private Waiting forLock(int task, int lock) {
    return new Waiting(task, StopReason.LOCK, lock, locks.owner(lock));
  }
}
