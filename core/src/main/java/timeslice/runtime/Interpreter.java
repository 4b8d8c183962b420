package timeslice.runtime;

import org.jspecify.annotations.Nullable;
import timeslice.kernel.Kernel;
import timeslice.kernel.ThreadLinks;
import timeslice.program.Nanos;
import timeslice.program.Operation;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.Recorder;

/**
 * Runs programs up to where they need something: CPU time, a device, or another task. What takes no
 * time (a free lock, a notification) it does itself; the rest is the runtime's to arrange, and is
 * what makes runtimes differ.
 */
final class Interpreter {
  private static final int NOBODY = -1;

  private final Kernel kernel;
  private final Recorder trace;
  private final TaskHost host;
  private final Code programs;
  private final @Nullable Operation[] code;
  private final TaskTable tasks;
  private final ThreadLinks links = new ThreadLinks();
  private final Locks locks;
  private final WaitQueues conditions = new WaitQueues(links);
  private final Semaphores semaphores;
  private final Futures futures = new Futures(links);
  private final Pipes pipes = new Pipes(links);
  private final ObjectModel objects;
  private final WaitForGraph graph;
  private final long seed;

  private long amount;
  private int stall;

  Interpreter(
      Kernel kernel, TaskHost host, Workload workload, HandOff handOff, ObjectModel objects) {
    this.kernel = kernel;
    this.trace = kernel.trace();
    this.host = host;
    this.objects = objects;
    programs = new Code(workload.programs());
    code = programs.toArray();
    tasks = new TaskTable(programs.spawns());
    locks = new Locks(handOff, links);
    graph = new WaitForGraph(tasks, code, locks);
    semaphores = new Semaphores(workload.permits(), links);
    seed = workload.seed();
  }

  TaskTable tasks() {
    return tasks;
  }

  /** How much of what {@link #next} returned, in nanoseconds. */
  long amount() {
    return amount;
  }

  /** Share of the CPU time just asked for that is spent waiting for memory, in thousandths. */
  int stall() {
    return stall;
  }

  /** Numbers the next task, which has this program and is to arrive later. */
  int create(Program program) {
    return tasks.add(programs.entry(program), NOBODY);
  }

  /** A task that was created has arrived. */
  void arrive(int task) {
    trace.note(kernel.now(), Kind.TASK_CREATED, NOBODY, task, NOBODY, 0);
    if (!host.begin(task)) {
      tasks.state[task] = TaskTable.ENDED;
      trace.note(kernel.now(), Kind.TASK_ENDED, NOBODY, task, NOBODY, 1);
    }
  }

  /** Goes on with a task up to its next need. */
  Need next(int task) {
    while (true) {
      int place = tasks.place[task];
      Operation operation = code[place];
      Need need =
          switch (operation) {
            case null -> end(task, 0);
            case Operation.Compute compute -> compute(task, place, compute);
            case Operation.Io io -> {
              pass(task);
              draw(task, place, io.time());
              yield device(io.kind());
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
            case Operation.Touch touch -> cpu(task, host.touch(task, touch));
            case Operation.Unmap unmap -> cpu(task, host.unmap(task, unmap.page()));
            case Operation.Allocate make ->
                cpu(task, objects.allocate(thread(task), make.object()));
            case Operation.Incref take -> cpu(task, objects.incref(thread(task), take.object()));
            case Operation.Decref drop -> decref(task, drop.object());
            default -> meet(task, operation);
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

  private int thread(int task) {
    return host.threadOf(task);
  }

  private @Nullable Need compute(int task, int place, Operation.Compute compute) {
    pass(task);
    draw(task, place, compute.time());
    stall = compute.stallPermille();
    if (amount == 0) {
      return null;
    }
    return switch (compute.code()) {
      case INTERPRETED -> Need.COMPUTE;
      case NATIVE -> Need.NATIVE;
      case NATIVE_RELEASING -> Need.NATIVE_RELEASING;
    };
  }

  private static Need device(IoKind kind) {
    return switch (kind) {
      case SOCKET -> Need.SOCKET;
      case FILE -> Need.FILE;
      case FILE_COMPENSATED -> Need.FILE_COMPENSATED;
      case NATIVE -> Need.BLOCKING_CALL;
    };
  }

  /** An operation that takes CPU time and no checkpoint. */
  private @Nullable Need cpu(int task, long ns) {
    pass(task);
    amount = ns;
    stall = 0;
    return ns == 0 ? null : Need.NATIVE;
  }

  private @Nullable Need decref(int task, int object) {
    long ns = objects.decref(thread(task), object);
    if (objects.isFree(object)) {
      trace.note(kernel.now(), Kind.FREED, NOBODY, task, object, 0);
    }
    return cpu(task, ns);
  }

  /** Meets other tasks; the task goes on (null), has to wait in place, or is done for. */
  private @Nullable Need meet(int task, Operation operation) {
    tasks.state[task] = TaskTable.WAITING; // unless it can go on, below
    boolean goesOn =
        switch (operation) {
          case Operation.Lock lock -> lock(task, lock.lock());
          case Operation.Unlock lock -> unlock(task, lock.lock());
          case Operation.Wait wait -> await(task, wait);
          case Operation.Notify one -> wakeOne(task, one.condition());
          case Operation.NotifyAll all -> wakeAll(task, all.condition());
          case Operation.Acquire acquire -> semaphores.acquire(task, acquire.semaphore());
          case Operation.Release release -> grant(semaphores.release(release.semaphore()));
          case Operation.Await await -> futures.await(task, await.future());
          case Operation.Complete complete -> complete(complete.future());
          case Operation.Spawn spawn -> spawn(task, spawn.child());
          case Operation.Join _ -> tasks.children.length == 0 || tasks.children[task] == 0;
          case Operation.Park _ -> park(task);
          case Operation.Unpark unpark -> unpark(unpark.task());
          case Operation.Send send -> send(task, send);
          case Operation.Receive receive -> receive(task, receive.pipe());
          default -> throw new IllegalStateException("not an operation among tasks: " + operation);
        };
    if (tasks.state[task] == TaskTable.ENDED) {
      return Need.NOTHING;
    }
    if (!goesOn) {
      return Need.OTHERS;
    }
    tasks.state[task] = TaskTable.ACTIVE;
    pass(task);
    return null;
  }

  /** What the task waited in is done: it goes on behind it. */
  private boolean grant(int task) {
    if (task >= 0) {
      pass(task);
      again(task);
    }
    return true;
  }

  /** The task goes on, and tries again what it waited in. */
  private void again(int task) {
    tasks.state[task] = TaskTable.ACTIVE;
    host.resume(task);
  }

  private boolean lock(int task, int lock) {
    boolean taken = locks.lock(task, lock);
    if (taken) {
      trace.note(kernel.now(), Kind.ACQUIRED, NOBODY, task, lock, 0);
    }
    return taken;
  }

  private boolean unlock(int task, int lock) {
    int next = locks.unlock(task, lock);
    trace.note(kernel.now(), Kind.RELEASED, NOBODY, task, lock, 0);
    if (next >= 0 && locks.handsOver()) {
      trace.note(kernel.now(), Kind.ACQUIRED, NOBODY, next, lock, 0);
      tasks.flags[next] &= ~TaskTable.NOTIFIED;
      grant(next);
    } else if (next >= 0) {
      again(next);
    }
    return true;
  }

  private boolean await(int task, Operation.Wait wait) {
    if ((tasks.flags[task] & TaskTable.NOTIFIED) == 0) {
      unlock(task, wait.lock());
      conditions.add(wait.condition(), task);
      return false;
    }
    boolean taken = lock(task, wait.lock());
    if (taken) {
      tasks.flags[task] &= ~TaskTable.NOTIFIED;
    }
    return taken;
  }

  private boolean wakeOne(int task, int condition) {
    int woken = conditions.take(condition);
    trace.note(kernel.now(), Kind.NOTIFIED, NOBODY, task, condition, woken);
    if (woken >= 0) {
      tasks.flags[woken] |= TaskTable.NOTIFIED;
      again(woken); // it tries to take its lock when it runs
    }
    return true;
  }

  private boolean wakeAll(int task, int condition) {
    while (!conditions.isEmpty(condition)) {
      wakeOne(task, condition);
    }
    return true;
  }

  private boolean complete(int future) {
    futures.complete(future);
    for (int task = futures.take(future); task >= 0; task = futures.take(future)) {
      grant(task);
    }
    return true;
  }

  private boolean spawn(int task, Program program) {
    int child = tasks.add(programs.entry(program), task);
    trace.note(kernel.now(), Kind.TASK_CREATED, NOBODY, child, task, 0);
    if (!host.begin(child)) {
      tasks.state[child] = TaskTable.ENDED;
      tasks.children[task]--;
      trace.note(kernel.now(), Kind.TASK_ENDED, NOBODY, child, NOBODY, 1);
      end(task, 1); // "can't start new thread" goes all the way up
    }
    return true;
  }

  private boolean park(int task) {
    boolean permit = (tasks.flags[task] & TaskTable.PERMIT) != 0;
    tasks.flags[task] &= ~TaskTable.PERMIT;
    return permit;
  }

  private boolean unpark(int task) {
    if (task >= tasks.size) {
      throw new IllegalArgumentException("there is no task " + task + " to unpark");
    }
    boolean parked =
        tasks.state[task] == TaskTable.WAITING && code[tasks.place[task]] instanceof Operation.Park;
    if (parked) {
      grant(task);
    } else {
      tasks.flags[task] |= TaskTable.PERMIT;
    }
    return true;
  }

  private boolean send(int task, Operation.Send send) {
    if (!pipes.send(task, send.pipe(), send.bytes())) {
      return false;
    }
    trace.note(kernel.now(), Kind.SENT, NOBODY, task, send.pipe(), send.bytes());
    int receiver = pipes.takeReceiver(send.pipe());
    if (receiver >= 0) {
      again(receiver);
    }
    return true;
  }

  private boolean receive(int task, int pipe) {
    int bytes = pipes.receive(task, pipe);
    if (bytes < 0) {
      return false;
    }
    trace.note(kernel.now(), Kind.RECEIVED, NOBODY, task, pipe, bytes);
    int sender = pipes.takeSender(pipe);
    if (sender >= 0) {
      again(sender);
    }
    return true;
  }

  private Need end(int task, int failed) {
    tasks.state[task] = TaskTable.ENDED;
    trace.note(kernel.now(), Kind.TASK_ENDED, NOBODY, task, NOBODY, failed);
    if (tasks.parent.length > 0 && tasks.parent[task] >= 0) {
      childEnded(tasks.parent[task]);
    }
    host.ended(task);
    return Need.NOTHING;
  }

  private void childEnded(int parent) {
    tasks.children[parent]--;
    boolean joins =
        tasks.state[parent] == TaskTable.WAITING
            && code[tasks.place[parent]] instanceof Operation.Join;
    if (joins && tasks.children[parent] == 0) {
      grant(parent);
    }
  }

  /** What a task waits for. */
  Outcome.Waiting waiting(int task) {
    return graph.waiting(task);
  }

  /** Every task that waits for others, when nothing can happen any more. */
  Outcome outcome() {
    return graph.outcome();
  }
}
