package timeslice.kernel;

import timeslice.trace.Recording;

/**
 * A machine to run on: its hardware threads, its policy, its costs and its limits. A value; each
 * {@code with…} gives another one.
 *
 * @param cores how many cores, 1 or more
 * @param hardwareThreads how many hardware threads each core has, 1 or 2
 * @param scheduler the policy of its kernel
 * @param hardware what switching threads and touching memory costs
 * @param limits what there is no more of
 * @param queue how the future is kept; any gives the same run
 * @param recording how much of a run is kept
 */
public record Machine(
    int cores,
    int hardwareThreads,
    Scheduler.Factory scheduler,
    HardwareCosts.Factory hardware,
    Limits limits,
    Queue queue,
    Recording recording) {

  /** The kinds of event queue. */
  public enum Queue {
    HEAP,
    RADIX;

    EventQueue create() {
      return this == HEAP ? new HeapEventQueue() : new RadixEventQueue();
    }
  }

  public Machine {
    if (cores < 1) {
      throw new IllegalArgumentException("there must be at least 1 core, got " + cores);
    }
    if (hardwareThreads < 1 || hardwareThreads > 2) {
      throw new IllegalArgumentException(
          "a core has 1 or 2 hardware threads here, got " + hardwareThreads);
    }
  }

  /** Cores without siblings, first in first out, free switches, no limits, everything recorded. */
  public static Machine cores(int cores) {
    return new Machine(
        cores,
        1,
        RoundRobin.fifo(),
        _ -> HardwareCosts.flat(0),
        Limits.NONE,
        Queue.RADIX,
        Recording.FULL);
  }

  /** The same machine with another policy. */
  public Machine with(Scheduler.Factory policy) {
    return new Machine(cores, hardwareThreads, policy, hardware, limits, queue, recording);
  }

  /** The same machine with two hardware threads a core. */
  public Machine withSiblings() {
    return new Machine(cores, 2, scheduler, hardware, limits, queue, recording);
  }

  /** The same machine, where every change of thread costs this many nanoseconds. */
  public Machine withSwitchCost(long ns) {
    HardwareCosts flat = HardwareCosts.flat(ns);
    return with((HardwareCosts.Factory) _ -> flat);
  }

  /** The same machine with this memory, whose translations then cost what they cost. */
  public Machine withMemory(MemorySystem memory) {
    return with((HardwareCosts.Factory) memory);
  }

  /** The same machine with other hardware costs. */
  public Machine with(HardwareCosts.Factory costs) {
    return new Machine(cores, hardwareThreads, scheduler, costs, limits, queue, recording);
  }

  /** The same machine with limits. */
  public Machine with(Limits most) {
    return new Machine(cores, hardwareThreads, scheduler, hardware, most, queue, recording);
  }

  /** The same machine with another event queue. */
  public Machine with(Queue kind) {
    return new Machine(cores, hardwareThreads, scheduler, hardware, limits, kind, recording);
  }

  /** The same machine that keeps more or less of a run. */
  public Machine with(Recording much) {
    return new Machine(cores, hardwareThreads, scheduler, hardware, limits, queue, much);
  }

  /** How many hardware threads there are in all. */
  public int cpus() {
    return cores * hardwareThreads;
  }
}
