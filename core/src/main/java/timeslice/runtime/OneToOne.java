package timeslice.runtime;

import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Kernel;
import timeslice.kernel.Machine;
import timeslice.kernel.ThreadBody;
import timeslice.program.Workload;

/**
 * One to one: each task has a kernel thread of its own, from start to end. Java's platform threads
 * and Python's {@code threading.Thread} are made so (FACTS 1, 15).
 *
 * <p>Who starts a child pays for its thread before the child is there; tasks that arrive cost
 * nobody. A woken thread is ready after the latency of a wake-up. References are counted plainly.
 *
 * @param handOff who gets a lock that others wait for
 * @param costs what making and waking threads costs
 */
public record OneToOne(HandOff handOff, RuntimeCosts costs) implements Mapping {
  /** Locks go to who has waited longest, and making and waking threads is free. */
  public OneToOne() {
    this(HandOff.TO_FIRST_WAITER);
  }

  /** Making and waking threads is free. */
  public OneToOne(HandOff handOff) {
    this(handOff, RuntimeCosts.FREE);
  }

  /** The same mapping, where making and waking threads costs what is said here. */
  public OneToOne with(RuntimeCosts other) {
    return new OneToOne(handOff, other);
  }

  @Override
  public Run run(Machine machine, Workload workload) {
    return new Session(machine, workload, handOff, costs, new PlainCounts(costs.counting().plain()))
        .run();
  }

  /** One run. */
  static class Session extends TaskRuntime implements ThreadBody {
    private final Pairs pairs = new Pairs();
    private final RuntimeCosts costs;
    private int process;

    Session(
        Machine machine,
        Workload workload,
        HandOff handOff,
        RuntimeCosts costs,
        ObjectModel objects) {
      super(machine, workload, handOff, objects);
      this.costs = costs;
    }

    @Override
    void boot(int tasks) {
      process = kernel.createProcess();
      kernel.reserve(tasks);
    }

    @Override
    public boolean begin(int task) {
      int thread =
          kernel.threadsSoFar(); // known before, so that ahead() can tell of the new thread
      pairs.put(task, thread);
      if (process < 0 || kernel.create(process, this) < 0) {
        return false;
      }
      noteMounted(task, thread);
      return true;
    }

    @Override
    public int threadOf(int task) {
      return pairs.threadOf(task);
    }

    final int taskOf(int thread) {
      return pairs.taskOf(thread);
    }

    @Override
    public void resume(int task) {
      kernel.wake(pairs.threadOf(task), costs.moves().wakeUp());
    }

    @Override
    public long spawnCost() {
      return costs.creation().thread();
    }

    @Override
    public long next(Kernel asking, int thread) {
      int task = taskOf(thread);
      Need need = interpreter.next(task);
      return blocking(need, interpreter.amount(), interpreter.stall(), thread, task);
    }

    @Override
    public long ahead(int thread) {
      return interpreter.ahead(taskOf(thread));
    }
  }
}
