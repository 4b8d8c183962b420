package timeslice.runtime;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Kernel;
import timeslice.kernel.Machine;
import timeslice.kernel.ThreadBody;
import timeslice.program.Workload;
import timeslice.trace.Capture;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;

/**
 * One run of tasks on carriers: kernel threads each of which takes a ready task, carries it until
 * it waits, gives its turn up or is done, and takes the next. Nothing takes a task off its carrier
 * against its will; the kernel may take the carrier off its CPU.
 *
 * <p>A task is mounted while a carrier carries it, and so while the carrier is captured too: then
 * the task waits on its carrier, which blocks.
 */
class CarrierRuntime extends TaskRuntime implements ThreadBody, Kernel.Completions {
  private final SystemCalls calls;
  private final RuntimeCosts.Moves costs;
  private final RunQueues queues;
  private final CarrierPool pool;

  /** The task that each carrier carries, -1 for none. */
  private final int[] carried;

  /** Why each carrier puts its task down just now, null if it does not. */
  private final @Nullable StopReason[] leaving;

  /** Whether what the task waits for has come while its carrier was still putting it down. */
  private final boolean[] early;

  /** Whether the pool stands in for this carrier. */
  private final boolean[] compensated;

  /** The carrier that carries each task or carried it last. */
  private int[] carrierOf = new int[0];

  /** The carrier that does something now, -1 if it is somebody else. */
  private int running = NOBODY;

  CarrierRuntime(
      Machine machine,
      Workload workload,
      HandOff handOff,
      PoolSize size,
      SystemCalls calls,
      RuntimeCosts costs,
      RunQueues.Factory queues) {
    super(machine, workload, handOff, new PlainCounts());
    this.calls = calls;
    this.costs = costs.moves();
    this.queues = queues.create(size.maximum());
    carried = new int[size.maximum()];
    Arrays.fill(carried, NOBODY);
    leaving = new @Nullable StopReason[size.maximum()];
    early = new boolean[size.maximum()];
    compensated = new boolean[size.maximum()];
    pool = new CarrierPool(kernel, this, size, this.costs.wakeUp());
    kernel.tell(this);
  }

  @Override
  void boot(int tasks) {
    carrierOf = new int[tasks];
  }

  // ---- what a carrier does ----

  @Override
  public long next(Kernel asking, int carrier) {
    running = carrier;
    if (compensated[carrier]) {
      compensated[carrier] = false;
      pool.uncompensate();
    }
    StopReason why = leaving[carrier];
    if (why != null) {
      leaving[carrier] = null;
      putDown(carrier, why);
    }
    long answer = 0;
    while (answer == 0) {
      answer = carried[carrier] == NOBODY ? pickUp(carrier) : goOn(carrier, carried[carrier]);
    }
    running = NOBODY;
    return answer;
  }

  private long pickUp(int carrier) {
    int task = queues.next(carrier);
    if (task == NOBODY) {
      return pool.idle(carrier);
    }
    if (queues.stolenFrom() != NOBODY) {
      trace.note(kernel.now(), Kind.STOLEN, NOBODY, task, carrier, queues.stolenFrom());
    }
    carried[carrier] = task;
    carrierOf[task] = carrier;
    noteMounted(task, carrier);
    return costs.mount();
  }

  /** What the carrier does for its task; 0 when it has put it down, or nothing had to be done. */
  private long goOn(int carrier, int task) {
    Need need = interpreter.next(task);
    return switch (need) {
      case COMPUTE, NATIVE, NATIVE_RELEASING ->
          compute(carrier, interpreter.amount(), interpreter.stall());
      case SOCKET, FILE, FILE_COMPENSATED, BLOCKING_CALL ->
          await(carrier, task, need, StopReason.IO);
      case SLEEP -> await(carrier, task, need, StopReason.SLEEP);
      case OTHERS -> await(carrier, task, need, interpreter.why(task));
      case TURN -> captures(task, need) == null ? unmount(carrier, StopReason.YIELDED) : 0;
      case NOTHING -> unmount(carrier, StopReason.ENDED);
    };
  }

  private long await(int carrier, int task, Need need, StopReason why) {
    Capture capture = captures(task, need);
    if (capture == null) {
      if (need != Need.OTHERS) {
        kernel.complete(kernel.now() + interpreter.amount(), task);
      }
      return unmount(carrier, why);
    }
    noteCaptured(task, carrier, capture);
    compensated[carrier] = compensates(task, need) && pool.compensate(carrier);
    return need == Need.OTHERS
        ? kernel.block(carrier, why, interpreter.object(task))
        : kernel.sleep(carrier, interpreter.amount(), why, 0);
  }

  private long unmount(int carrier, StopReason why) {
    if (costs.unmount() > 0) {
      leaving[carrier] = why;
    } else {
      putDown(carrier, why);
    }
    return costs.unmount();
  }

  private void putDown(int carrier, StopReason why) {
    int task = carried[carrier];
    carried[carrier] = NOBODY;
    trace.note(kernel.now(), Kind.UNMOUNTED, NOBODY, task, carrier, why.ordinal());
    if (why == StopReason.YIELDED) {
      queues.addYielded(task, carrier); // wakes nobody: this carrier looks for work itself
    } else if (early[carrier]) {
      early[carrier] = false;
      submit(task, carrier);
    }
  }

  // ---- what becomes of tasks ----

  @Override
  public boolean begin(int task) {
    if (pool.total() == 0) {
      return false;
    }
    if (task >= carrierOf.length) {
      carrierOf = Arrays.copyOf(carrierOf, task + (task >> 1) + 16);
    }
    submit(task, starter());
    return true;
  }

  @Override
  public void completed(int task) {
    resume(task);
  }

  @Override
  public void resume(int task) {
    trace.note(kernel.now(), Kind.TASK_READY, NOBODY, task, runningTask(), 0);
    int carrier = carrierOf[task];
    if (carried[carrier] != task) {
      submit(task, waker(task));
    } else if (!kernel.wake(carrier, costs.wakeUp())) {
      early[carrier] = true;
    }
  }

  private void submit(int task, int carrier) {
    queues.add(task, carrier);
    pool.signal();
  }

  @Override
  public int threadOf(int task) {
    return carrierOf[task];
  }

  // ---- where runtimes differ ----

  /** The task that does something now, -1 if it is somebody else. */
  final int runningTask() {
    return running == NOBODY ? NOBODY : carried[running];
  }

  /** The carrier to whose queue a new task goes, -1 for the queue from outside. */
  int starter() {
    return running;
  }

  /** The carrier to whose queue this task goes, now that it has nothing to wait for. */
  int waker(int task) {
    return running;
  }

  /** Why the carrier is kept by this task while it waits so; null if the task is put down. */
  @Nullable Capture captures(int task, Need need) {
    boolean jacketed = need == Need.SOCKET || need == Need.SLEEP;
    return jacketed && calls == SystemCalls.JACKETED ? null : need.capture();
  }

  /** Whether the pool is told that this wait captures a carrier. */
  boolean compensates(int task, Need need) {
    return need == Need.FILE_COMPENSATED;
  }
}
