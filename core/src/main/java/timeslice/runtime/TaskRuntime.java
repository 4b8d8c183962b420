package timeslice.runtime;

import timeslice.kernel.Kernel;
import timeslice.kernel.Machine;
import timeslice.kernel.ThreadBody;
import timeslice.program.Operation;
import timeslice.program.Workload;
import timeslice.trace.Capture;
import timeslice.trace.Kind;
import timeslice.trace.Recorder;
import timeslice.trace.StopReason;

/**
 * One run of a workload: what all ways to map tasks onto threads have in common. A mapping says
 * what a thread does next, and what becomes of a task that begins, waits, goes on or ends.
 */
abstract class TaskRuntime implements TaskHost {
  static final int NOBODY = -1;

  final Kernel kernel;
  final Recorder trace;
  final Interpreter interpreter;
  private final Workload workload;

  TaskRuntime(Machine machine, Workload workload, HandOff handOff, ObjectModel objects) {
    kernel = new Kernel(machine);
    trace = kernel.trace();
    interpreter = new Interpreter(kernel, this, workload, handOff, objects);
    this.workload = workload;
  }

  /** Runs until nothing is left to happen. */
  Run run() {
    int tasks = workload.tasks();
    interpreter.tasks().reserve(tasks);
    boot(tasks);
    for (Workload.Group group : workload.groups()) {
      int first = interpreter.tasks().size;
      for (int i = 0; i < group.count(); i++) {
        interpreter.create(group.program());
      }
      new Arrivals(group, first).begin();
    }
    kernel.run();
    return new Run(interpreter.outcome(), kernel.now(), interpreter.tasks().size, kernel.trace());
  }

  /** Prepares processes and threads that are there before any task, for so many tasks. */
  abstract void boot(int tasks);

  @Override
  public void ended(int task) {
    // most runtimes have nothing to clear away
  }

  @Override
  public long touch(int task, Operation.Touch touch) {
    return kernel.touch(
        threadOf(task), touch.address(), touch.stride(), touch.count(), touch.access());
  }

  @Override
  public long unmap(int task, long page) {
    return kernel.unmap(threadOf(task), page);
  }

  /**
   * What a kernel thread does for a need of its task if it waits whenever the task does.
   *
   * @param amount how much is needed, in nanoseconds
   * @param stall share of CPU time that is spent waiting for memory, in thousandths
   */
  final long blocking(Need need, long amount, int stall, int thread, int task) {
    return switch (need) {
      case COMPUTE -> compute(thread, interpreted(amount), stall);
      case NATIVE, NATIVE_RELEASING -> compute(thread, amount, stall);
      case SOCKET, FILE, FILE_COMPENSATED, BLOCKING_CALL ->
          kernel.sleep(thread, amount, StopReason.IO, NOBODY);
      case SLEEP -> kernel.sleep(thread, amount, StopReason.SLEEP, NOBODY);
      case TURN -> ThreadBody.YIELDED;
      case OTHERS -> kernel.block(thread, interpreter.why(task), interpreter.object(task));
      case NOTHING -> ThreadBody.ENDED;
    };
  }

  /** How long interpreted code takes here that takes so long in the plain interpreter. */
  long interpreted(long ns) {
    return ns;
  }

  /** Computes on this thread's CPU, waiting for memory for a share of it. */
  final long compute(int thread, long amount, int stall) {
    if (stall > 0) {
      kernel.stall(thread, stall);
    }
    return amount;
  }

  final void noteCaptured(int task, int thread, Capture why) {
    trace.note(kernel.now(), Kind.CAPTURED, NOBODY, task, thread, why.ordinal());
  }

  final void noteMounted(int task, int thread) {
    trace.note(kernel.now(), Kind.MOUNTED, NOBODY, task, thread, 0);
  }

  /** A group of tasks, arriving one after the other. */
  private final class Arrivals implements Kernel.Device {
    private final Workload.Group group;
    private final int end;
    private int next;
    private int device;

    Arrivals(Workload.Group group, int first) {
      this.group = group;
      this.next = first;
      this.end = first + group.count();
    }

    void begin() {
      device = kernel.attach(this);
      if (group.firstArrival() > 0 && next < end) {
        kernel.at(group.firstArrival(), device);
      } else {
        happen();
      }
    }

    @Override
    public void happen() {
      while (next < end) {
        interpreter.arrive(next++);
        if (group.gap() > 0 && next < end) {
          kernel.at(kernel.now() + group.gap(), device);
          return;
        }
      }
    }
  }
}
