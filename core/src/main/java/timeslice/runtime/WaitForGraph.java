package timeslice.runtime;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeslice.program.Operation;
import timeslice.runtime.Outcome.Waiting;
import timeslice.trace.StopReason;

/**
 * Who waits for whom when a run has come to a halt. A task that waits for a lock waits for its
 * holder; one that joins waits for each child that is not done. A cycle is a deadlock, and as each
 * of these waits ends only if all it waits for go on, there is no deadlock among them without a
 * cycle (Coffman, Elphick and Shoshani, "System deadlocks", Computing Surveys 1971). Anybody may
 * end a wait for a notification, a permit, a future or a pipe, so these have no place in a cycle.
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
        all.add(new Waiting(task, why(task), object(task), holder(task)));
      }
    }
    if (all.isEmpty()) {
      return new Outcome.Finished();
    }
    List<Waiting> cycle = new Search().cycle();
    return cycle.isEmpty() ? new Outcome.Stuck(all) : new Outcome.Deadlock(cycle);
  }

  /** Why this task waits; NO_WORK if it does not. */
  StopReason why(int task) {
    return switch (tasks.waitsIn(task, code)) {
      case Operation.Lock _, Operation.EnterMonitor _ -> StopReason.LOCK;
      case Operation.Wait _ -> notified(task) ? StopReason.LOCK : StopReason.CONDITION;
      case Operation.Acquire _ -> StopReason.SEMAPHORE;
      case Operation.Await _ -> StopReason.FUTURE;
      case Operation.Join _ -> StopReason.JOIN;
      case Operation.Park _ -> StopReason.PARK;
      case Operation.Send _, Operation.Receive _ -> StopReason.PIPE;
      case null, default -> StopReason.NO_WORK;
    };
  }

  /** The number of what this task waits for, -1 for none. */
  int object(int task) {
    return switch (tasks.waitsIn(task, code)) {
      case Operation.Lock lock -> lock.lock();
      case Operation.EnterMonitor monitor -> monitor.lock();
      case Operation.Wait wait -> notified(task) ? wait.lock() : wait.condition();
      case Operation.Acquire acquire -> acquire.semaphore();
      case Operation.Await await -> await.future();
      case Operation.Send send -> send.pipe();
      case Operation.Receive receive -> receive.pipe();
      case null, default -> NOBODY;
    };
  }

  /** The holder of the lock that this task waits for, -1 if it waits for none. */
  private int holder(int task) {
    return why(task) == StopReason.LOCK ? locks.owner(object(task)) : NOBODY;
  }

  private boolean notified(int task) {
    return (tasks.flags[task] & TaskTable.NOTIFIED) != 0;
  }

  /** Depth first, each edge once. */
  private final class Search {
    private static final byte NEW = 0;
    private static final byte ON_PATH = 1;
    private static final byte DONE = 2;

    private final byte[] mark = new byte[tasks.size];

    /** The task that was followed last from each task of the path, -1 at first. */
    private final int[] followed = new int[tasks.size];

    private final int[] path = new int[tasks.size];
    private int length;

    /** The children of each task: the first, and the next one of the same parent. */
    private final int[] firstChild = new int[tasks.size];

    private final int[] sibling = new int[tasks.size];

    Search() {
      Arrays.fill(followed, NOBODY);
      Arrays.fill(firstChild, NOBODY);
      for (int task = tasks.size - 1; task >= 0; task--) {
        int parent = tasks.parentOf(task);
        if (parent >= 0 && tasks.state[task] != TaskTable.ENDED) {
          sibling[task] = firstChild[parent];
          firstChild[parent] = task;
        }
      }
    }

    List<Waiting> cycle() {
      for (int start = 0; start < tasks.size; start++) {
        if (mark[start] == NEW) {
          push(start);
        }
        while (length > 0) {
          int next = follow(path[length - 1]);
          if (next == NOBODY) {
            mark[path[--length]] = DONE;
          } else if (mark[next] == NEW) {
            push(next);
          } else if (mark[next] == ON_PATH) {
            return upTo(next);
          }
        }
      }
      return List.of();
    }

    private void push(int task) {
      mark[task] = ON_PATH;
      path[length++] = task;
    }

    /** The next task that this one waits for, -1 if it was the last. */
    private int follow(int task) {
      int before = followed[task];
      int next =
          switch (why(task)) {
            case LOCK -> before == NOBODY ? holder(task) : NOBODY;
            case JOIN -> before == NOBODY ? firstChild[task] : sibling[before];
            default -> NOBODY;
          };
      followed[task] = next;
      return next;
    }

    /** The end of the path from this task on, turned so that the lowest number comes first. */
    private List<Waiting> upTo(int closing) {
      int from = length - 1;
      while (path[from] != closing) {
        from--;
      }
      int lowest = from;
      for (int i = from; i < length; i++) {
        lowest = path[i] < path[lowest] ? i : lowest;
      }
      List<Waiting> cycle = new ArrayList<>();
      for (int i = 0; i < length - from; i++) {
        int task = path[from + (lowest - from + i) % (length - from)];
        cycle.add(new Waiting(task, why(task), object(task), followed[task]));
      }
      return cycle;
    }
  }
}
