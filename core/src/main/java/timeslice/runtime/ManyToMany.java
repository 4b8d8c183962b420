package timeslice.runtime;

import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.program.Workload;

/**
 * Many to many: any number of tasks on a few kernel threads, the carriers. A task that waits is put
 * down, and goes on later on any carrier; one that blocks in the kernel keeps its carrier, and only
 * that one. A value; each {@code with…} gives another one.
 *
 * @param carriers how many there are from the start, 1 or more
 * @param most how many there may be when spare ones stand in for those that told they would block,
 *     at least {@code carriers}
 * @param calls whether waits for sockets and for time block, too
 * @param queues where ready tasks wait
 * @param costs what mounting, unmounting and waking a carrier cost; the rest is not charged
 * @param handOff who gets a lock that others wait for
 */
public record ManyToMany(
    int carriers,
    int most,
    SystemCalls calls,
    RunQueues.Factory queues,
    RuntimeCosts costs,
    HandOff handOff)
    implements Mapping {

  /** Checks the numbers of carriers. */
  public ManyToMany {
    new PoolSize(carriers, most, 1);
  }

  /** One queue, no spare carriers, waits that free the carrier, and everything else free. */
  public static ManyToMany carriers(int carriers) {
    return new ManyToMany(
        carriers,
        carriers,
        SystemCalls.JACKETED,
        SharedQueue.fifo(),
        RuntimeCosts.FREE,
        HandOff.TO_FIRST_WAITER);
  }

  /** The same with spare carriers, up to so many carriers in all. */
  public ManyToMany withMost(int all) {
    return new ManyToMany(carriers, all, calls, queues, costs, handOff);
  }

  /** The same with other calls. */
  public ManyToMany with(SystemCalls other) {
    return new ManyToMany(carriers, most, other, queues, costs, handOff);
  }

  /** The same with other run queues. */
  public ManyToMany with(RunQueues.Factory other) {
    return new ManyToMany(carriers, most, calls, other, costs, handOff);
  }

  /** The same at other costs. */
  public ManyToMany with(RuntimeCosts other) {
    return new ManyToMany(carriers, most, calls, queues, other, handOff);
  }

  /** The same with another hand-off of locks. */
  public ManyToMany with(HandOff other) {
    return new ManyToMany(carriers, most, calls, queues, costs, other);
  }

  @Override
  public Run run(Machine machine, Workload workload) {
    PoolSize size = new PoolSize(carriers, most, carriers);
    return new CarrierRuntime(machine, workload, handOff, size, calls, costs, queues).run();
  }
}
