package timeslice.runtime;

import timeslice.kernel.Machine;
import timeslice.program.Workload;

/**
 * Many to one: all tasks on one kernel thread, first in first out, each until it waits or gives its
 * turn up. Green threads were made so (Java 1.1 on Solaris, GNU Pth); an event loop is one, too
 * (FACTS 1, 21). No second core helps, and a call that blocks stops everybody.
 *
 * @param calls whether waits for sockets and for time block, too
 * @param costs what changing the task costs
 * @param handOff who gets a lock that others wait for
 */
public record ManyToOne(SystemCalls calls, MountCosts costs, HandOff handOff) implements Mapping {

  /** Free changes of task, locks for who has waited longest. */
  public ManyToOne(SystemCalls calls) {
    this(calls, MountCosts.FREE, HandOff.TO_FIRST_WAITER);
  }

  @Override
  public Run run(Machine machine, Workload workload) {
    return new CarrierRuntime(
            machine, workload, handOff, new PoolSize(1, 1, 1), calls, costs, SharedQueue.fifo())
        .run();
  }
}
