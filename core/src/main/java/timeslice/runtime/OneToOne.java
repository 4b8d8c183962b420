package timeslice.runtime;

import java.util.Arrays;
import timeslice.kernel.Kernel;
import timeslice.kernel.Machine;
import timeslice.kernel.ThreadBody;
import timeslice.program.Workload;
import timeslice.trace.StopReason;

/**
 * One to one: each task has a kernel thread of its own, from start to end. Java's platform threads
 * and Python's {@code threading.Thread} are made so (FACTS 1, 15).
 *
 * @param handOff who gets a lock that others wait for
 */
public record OneToOne(HandOff handOff) implements Mapping {
  /** Locks go to who has waited longest. */
  public OneToOne() {
    this(HandOff.TO_FIRST_WAITER);
  }

  @Override
  public Run run(Machine machine, Workload workload) {
    return new Session(machine, workload, handOff, new PlainCounts()).run();
  }

  /** One run. */
  static class Session extends TaskRuntime implements ThreadBody {
    private int[] taskOf = new int[0];
    private int[] threadOf = new int[0];
    private int process;

    Session(Machine machine, Workload workload, HandOff handOff, ObjectModel objects) {
      super(machine, workload, handOff, objects);
    }

    @Override
    void boot(int tasks) {
      process = kernel.createProcess();
      kernel.reserve(tasks);
      taskOf = new int[tasks];
      threadOf = new int[tasks];
    }

    @Override
    public boolean begin(int task) {
      int thread =
          kernel.threadsSoFar(); // known before, so that ahead() can tell of the new thread
      taskOf = put(taskOf, thread, task);
      if (kernel.create(process, this) < 0) {
        return false;
      }
      threadOf = put(threadOf, task, thread);
      noteMounted(task, thread);
      return true;
    }

    private static int[] put(int[] column, int index, int number) {
      int[] wide =
          index < column.length ? column : Arrays.copyOf(column, index + (index >> 1) + 16);
      wide[index] = number;
      return wide;
    }

    @Override
    public int threadOf(int task) {
      return threadOf[task];
    }

    final int taskOf(int thread) {
      return taskOf[thread];
    }

    @Override
    public void resume(int task) {
      kernel.wake(threadOf[task]);
    }

    @Override
    public long next(Kernel asking, int thread) {
      Need need = interpreter.next(taskOf[thread]);
      return switch (need) {
        case COMPUTE, NATIVE, NATIVE_RELEASING -> compute(thread);
        case SOCKET, FILE, FILE_COMPENSATED, BLOCKING_CALL ->
            kernel.sleep(thread, interpreter.amount(), StopReason.IO, 0);
        case SLEEP -> kernel.sleep(thread, interpreter.amount(), StopReason.SLEEP, 0);
        case TURN -> YIELDED;
        case OTHERS -> waitForOthers(thread);
        case NOTHING -> ENDED;
      };
    }

    @Override
    public long ahead(int thread) {
      return interpreter.ahead(taskOf[thread]);
    }

    final long waitForOthers(int thread) {
      Outcome.Waiting waiting = interpreter.waiting(taskOf[thread]);
      return kernel.block(thread, waiting.why(), waiting.object());
    }

    final long compute(int thread) {
      if (interpreter.stall() > 0) {
        kernel.stall(thread, interpreter.stall());
      }
      return interpreter.amount();
    }
  }
}
