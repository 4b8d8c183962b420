package timeslice.runtime;

import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.program.Workload;

/**
 * Event loops, each on one kernel thread of a process of its own: every loop is many to one, and
 * tasks never move from one to another (FACTS 1, 21; Uvicorn's workers). One loop is asyncio.
 *
 * <p>Waits for sockets, for time and for other tasks are awaited. A file, and a blocking call in
 * native code, block the loop's thread and so all tasks of the loop. A wait that a runtime is told
 * of ({@code FILE_COMPENSATED}) is given to the loop's pool of threads, as {@code to_thread} does.
 *
 * @param loops how many, 1 or more; task t belongs to loop t modulo this, a child to its parent's
 * @param costs what a callback, and making and waking threads, costs
 */
public record EventLoops(int loops, RuntimeCosts costs) implements Mapping {
  public EventLoops {
    if (loops < 1) {
      throw new IllegalArgumentException("there must be at least 1 loop, got " + loops);
    }
  }

  /** One loop, where calling a callback takes no time. */
  public static EventLoops one() {
    return new EventLoops(1, RuntimeCosts.FREE);
  }

  @Override
  public Run run(Machine machine, Workload workload) {
    return new LoopSession(machine, workload, this).run();
  }
}
