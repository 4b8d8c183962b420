package timeslice.kernel;

import timeslice.memory.Access;

/** What the hardware charges a kernel and its threads, in nanoseconds. An object serves one run. */
@FunctionalInterface
public interface HardwareCosts {

  /**
   * Switches a CPU from the thread it ran last (-1: none yet) to another one.
   *
   * @return how long that takes
   */
  long switchThread(int cpu, int from, int to);

  /**
   * A CPU goes on with the thread that it ran last, perhaps after it was idle for a while.
   *
   * @return how long that takes; nothing, unless there is something to catch up on
   */
  default long resume(int cpu, int thread) {
    return 0;
  }

  /**
   * The thread on this CPU makes {@code count} accesses, one every {@code stride} bytes.
   *
   * @return how long they take; without a memory model, 1 ns each. If no frame is left for a page,
   *     {@code -1 - page}: the accesses before it were made.
   */
  default long touch(int cpu, int thread, long address, long stride, int count, Access access) {
    return count;
  }

  /**
   * The thread on this CPU unmaps a page of its process, and every CPU that could still translate
   * it is made to forget it.
   *
   * @return how long that takes; without a memory model, nothing
   */
  default long unmap(int cpu, int thread, long page) {
    return 0;
  }

  /** Every change of thread costs the same, and memory is not modelled. */
  static HardwareCosts flat(long ns) {
    if (ns < 0) {
      throw new IllegalArgumentException("a switch must cost 0 ns or more, got " + ns);
    }
    return (_, _, _) -> ns;
  }

  /** Makes the costs of one run. */
  @FunctionalInterface
  interface Factory {
    /** New costs, for a machine that has just booted. */
    HardwareCosts create(Kernel kernel);
  }
}
