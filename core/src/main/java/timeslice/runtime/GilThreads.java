package timeslice.runtime;

import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.program.Workload;

/**
 * Threads under a global interpreter lock: one to one, plus one exclusive resource per interpreter.
 * This is CPython's {@code threading}; it is not many to one, since every thread is still scheduled
 * and blocked by the kernel on its own (FACTS 1, 19).
 *
 * @param interval how long a thread waits before it asks the holder to drop the lock, in
 *     nanoseconds ({@code sys.setswitchinterval}; 5 ms in CPython)
 * @param checkpointEvery interpreted code can only lose the lock after each full multiple of this
 *     much of its own time, in nanoseconds; 0: anywhere
 * @param interpreters how many interpreters, each with a lock of its own (PEP 684); task t runs in
 *     interpreter t modulo this
 * @param choice which waiter is woken
 * @param costs what making and waking threads costs; {@code gilHandOff}, how long a waiter needs to
 *     come to once it is woken, decides against the length of an I/O who gets the lock (the convoy)
 */
public record GilThreads(
    long interval, long checkpointEvery, int interpreters, WaiterChoice choice, RuntimeCosts costs)
    implements Mapping {
  /** CPython's default switch interval: 5,000 microseconds. */
  public static final long CPYTHON_INTERVAL = 5_000_000;

  public GilThreads {
    if (interval < 1) {
      throw new IllegalArgumentException("the interval must be 1 ns or more, got " + interval);
    }
    if (checkpointEvery < 0) {
      throw new IllegalArgumentException(
          "the checkpoint distance must be 0 ns or more, got " + checkpointEvery);
    }
    if (interpreters < 1) {
      throw new IllegalArgumentException(
          "there must be at least 1 interpreter, got " + interpreters);
    }
  }

  /** One interpreter as CPython sets it up, on a kernel that wakes threads at once. */
  public static GilThreads cpython() {
    return new GilThreads(CPYTHON_INTERVAL, 0, 1, WaiterChoice.OLDEST, RuntimeCosts.FREE);
  }

  /** The same with another switch interval. */
  public GilThreads withInterval(long ns) {
    return new GilThreads(ns, checkpointEvery, interpreters, choice, costs);
  }

  /** The same with waiters that need this long to come to. */
  public GilThreads withWakeLatency(long ns) {
    RuntimeCosts.Moves moves = costs.moves();
    return with(
        costs.with(
            new RuntimeCosts.Moves(
                moves.mount(), moves.unmount(), moves.callback(), moves.wakeUp(), ns)));
  }

  /** The same with other costs. */
  public GilThreads with(RuntimeCosts other) {
    return new GilThreads(interval, checkpointEvery, interpreters, choice, other);
  }

  /** The same with checkpoints this far apart. */
  public GilThreads withCheckpointEvery(long ns) {
    return new GilThreads(interval, ns, interpreters, choice, costs);
  }

  /** The same with this many interpreters. */
  public GilThreads withInterpreters(int count) {
    return new GilThreads(interval, checkpointEvery, count, choice, costs);
  }

  /** The same with another choice among the waiters. */
  public GilThreads with(WaiterChoice waiters) {
    return new GilThreads(interval, checkpointEvery, interpreters, waiters, costs);
  }

  @Override
  public Run run(Machine machine, Workload workload) {
    return new GilSession(machine, workload, this).run();
  }
}
