package timeslice.runtime;

import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.program.Workload;

/**
 * Many to one: all tasks on one kernel thread, first in first out, each until it waits or gives its
 * turn up. Green threads were made so (Java 1.1 on Solaris, GNU Pth); an event loop is one, too
 * (FACTS 1, 21). No second core helps, and a call that blocks stops everybody.
 *
 * @param calls whether waits for sockets and for time block, too
 * @param costs what mounting, unmounting and waking a carrier cost; the rest is not charged
 * @param handOff who gets a lock that others wait for
 */
public record ManyToOne(SystemCalls calls, RuntimeCosts costs, HandOff handOff) implements Mapping {

  /** Free changes of task, locks for who has waited longest. */
  public ManyToOne(SystemCalls calls) {
    this(calls, RuntimeCosts.FREE, HandOff.TO_FIRST_WAITER);
  }

  /** The same at other costs. */
  public ManyToOne with(RuntimeCosts other) {
    return new ManyToOne(calls, other, handOff);
  }

  /** The same with another hand-off of locks. */
  public ManyToOne with(HandOff other) {
    return new ManyToOne(calls, costs, other);
  }

  @Override
  public Run run(Machine machine, Workload workload) {
    return new CarrierRuntime(
            machine, workload, handOff, new PoolSize(1, 1, 1), calls, costs, SharedQueue.fifo())
        .run();
  }
}
