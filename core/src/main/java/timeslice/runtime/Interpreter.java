package timeslice.runtime;

import org.jspecify.annotations.Nullable;
import timeslice.kernel.Kernel;
import timeslice.program.Nanos;
import timeslice.program.Operation;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.Recorder;
import timeslice.trace.StopReason;
import timeslice.trace.TaskError;

/**
 * Runs programs up to where they need something: CPU time, a device, or another task. What takes no
 * time (a free lock, a notification) it does itself; the rest is the runtime's to arrange, and is
 * what makes runtimes differ.
 *
 * <p>A program's mistake is its own: the task fails and ends, keeping what it holds, and the run
 * goes on.
 */
final class Interpreter {
  private static final int NOBODY = -1;

  private final Kernel kernel;
  private final Recorder trace;
  private final TaskHost host;
  private final Code programs;
  private final @Nullable Operation[] code;
  private final TaskTable tasks;
  private final Synchronizers synchronizers;
  private final Heap heap;
  private final Failures failures = new Failures();
  private final WaitForGraph graph;
  private final Bursts bursts;
  private final long seed;

  private long amount;
  private int stall;

  Interpreter(
      Kernel kernel, TaskHost host, Workload workload, HandOff handOff, ObjectModel objects) {
    this.kernel = kernel;
    this.trace = kernel.trace();
    this.host = host;
    heap = new Heap(objects);
    programs = new Code(workload.programs());
    code = programs.toArray();
    tasks = new TaskTable(programs.spawns());
    synchronizers = new Synchronizers(kernel, host, tasks, code, failures, workload, handOff);
    graph = new WaitForGraph(tasks, code, synchronizers.locks());
    seed = workload.seed();
    bursts = new Bursts(tasks, code, seed);
  }

  TaskTable tasks() {
    return tasks;
  }

  /** The operations of all programs, by place. */
  @Nullable Operation[] code() {
    return code;
  }

  /** How much of what {@link #next} returned, in nanoseconds. */
  long amount() {
    return amount;
  }

  /** Share of the CPU time just asked for that is spent waiting for memory, in thousandths. */
  int stall() {
    return stall;
  }

  /** How much a task will compute, beyond what it does now, before it may have to wait. */
  long ahead(int task) {
    return bursts.ahead(task);
  }

  /** Numbers the next task, which has this program of the workload and is to arrive later. */
  int create(int program) {
    return tasks.add(programs.entry(program), NOBODY);
  }

  /** A task that was created has arrived. */
  void arrive(int task) {
    trace.note(kernel.now(), Kind.TASK_CREATED, NOBODY, task, NOBODY, 0);
    if (!host.begin(task)) {
      refused(task);
      failures.add(new Failure(task, kernel.now(), TaskError.LIMIT, NOBODY, NOBODY));
    }
  }

  /** Goes on with a task up to its next need. */
  Need next(int task) {
    while (true) {
      int place = tasks.place[task];
      Operation operation = code[place];
      Need need =
          switch (operation) {
            case null -> end(task, NOBODY, 0);
            case Operation.Compute compute -> compute(task, place, compute);
            case Operation.Io io -> {
              pass(task);
              draw(task, place, io.time());
              yield Need.of(io.kind());
            }
            case Operation.Sleep sleep -> {
              pass(task);
              draw(task, place, sleep.time());
              yield Need.SLEEP;
            }
            case Operation.Yield _ -> {
              pass(task);
              yield Need.TURN;
            }
            case Operation.Touch touch -> touch(task, touch);
            case Operation.EnterNative _, Operation.ExitNative _ -> cpu(task, 0);
            case Operation.Unmap unmap -> cpu(task, host.unmap(task, unmap.page()));
            case Operation.Allocate make -> count(task, make, make.object());
            case Operation.Incref take -> count(task, take, take.object());
            case Operation.Decref drop -> count(task, drop, drop.object());
            case Operation.Spawn _ -> spawn(task, place);
            case Operation.Join _ -> meet(task, Met.goesOn(tasks.childrenOf(task) == 0));
            default -> meet(task, synchronizers.meet(task, operation));
          };
      if (need != null) {
        return need;
      }
    }
  }

  private void pass(int task) {
    tasks.place[task]++;
  }

  private void draw(int task, int place, Nanos time) {
    amount = Nanos.draw(seed, task, place, time.min(), time.max());
  }

  // ---- CPU time and devices ----

  private @Nullable Need compute(int task, int place, Operation.Compute compute) {
    pass(task);
    draw(task, place, compute.time());
    stall = compute.stallPermille();
    if (amount == 0) {
      return null;
    }
    return Need.of(compute.code());
  }

  /** An operation that takes CPU time and no checkpoint. */
  private @Nullable Need cpu(int task, long ns) {
    pass(task);
    return nativeTime(ns);
  }

  private @Nullable Need nativeTime(long ns) {
    amount = ns;
    stall = 0;
    return ns == 0 ? null : Need.NATIVE;
  }

  private @Nullable Need touch(int task, Operation.Touch touch) {
    long ns = host.touch(task, touch);
    return ns < 0 ? fail(task, TaskError.OUT_OF_MEMORY, -1 - ns) : cpu(task, ns);
  }

  private @Nullable Need count(int task, Operation operation, int object) {
    long ns = heap.change(host.threadOf(task), operation);
    if (ns < 0) {
      return fail(task, heap.error(), object);
    }
    if (heap.hasFreed()) {
      trace.note(kernel.now(), Kind.FREED, NOBODY, task, object, 0);
    }
    return cpu(task, ns);
  }

  // ---- other tasks ----

  private @Nullable Need meet(int task, Met met) {
    return switch (met) {
      case GOES_ON -> {
        pass(task);
        yield null;
      }
      case WAITS -> {
        tasks.state[task] = TaskTable.WAITING;
        yield Need.OTHERS;
      }
      case FAILED -> end(task, failures.last());
    };
  }

  /** Comes here twice if starting a child costs something: to pay, and then to have the child. */
  private @Nullable Need spawn(int task, int place) {
    long cost = host.spawnCost();
    if (cost > 0 && (tasks.flags[task] & TaskTable.PAID) == 0) {
      tasks.flags[task] |= TaskTable.PAID;
      return nativeTime(cost);
    }
    tasks.flags[task] &= ~TaskTable.PAID;
    int child = tasks.add(programs.child(place), task);
    trace.note(kernel.now(), Kind.TASK_CREATED, NOBODY, child, task, 0);
    if (host.begin(child)) {
      pass(task);
      return null;
    }
    refused(child);
    return fail(task, TaskError.LIMIT, child); // "can't start new thread" goes all the way up
  }

  private void refused(int task) {
    tasks.state[task] = TaskTable.ENDED;
    trace.note(kernel.now(), Kind.TASK_ENDED, NOBODY, task, NOBODY, 1 + TaskError.LIMIT.ordinal());
  }

  private Need fail(int task, TaskError error, long object) {
    Failure failure = new Failure(task, kernel.now(), error, object, NOBODY);
    failures.add(failure);
    return end(task, failure);
  }

  private Need end(int task, Failure failure) {
    return end(task, (int) failure.object(), 1 + failure.error().ordinal());
  }

  private Need end(int task, int object, int failed) {
    tasks.state[task] = TaskTable.ENDED;
    trace.note(kernel.now(), Kind.TASK_ENDED, NOBODY, task, object, failed);
    int parent = tasks.parentOf(task);
    if (parent >= 0) {
      tasks.children[parent]--;
      if (tasks.children[parent] == 0 && tasks.waitsIn(parent, code) instanceof Operation.Join) {
        synchronizers.grant(parent);
      }
    }
    host.ended(task);
    return Need.NOTHING;
  }

  /** Why a task waits for others. */
  StopReason why(int task) {
    return graph.why(task);
  }

  /** The number of the lock, condition, future … that a task waits for, -1 for none. */
  int object(int task) {
    return graph.object(task);
  }

  /** What became of all tasks, when nothing can happen any more. */
  Outcome outcome() {
    return failures.with(graph.outcome());
  }
}
