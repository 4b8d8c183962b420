package timeslice.kernel;

/**
 * The progress of the threads that are on CPUs: how much of its work a thread has done by now, and
 * when it will be done or its turn be over.
 *
 * <p>Two hardware threads of one core share its pipeline. A thread that waits for memory for a
 * share s of its time asks the pipeline for 1 - s. While both together ask for no more than one
 * pipeline, each goes at full speed; beyond that both are slowed down alike, so that the pipeline
 * is just full. Two equal threads then finish up to min(2, 1 / (1 - s)) times as much as one (FACTS
 * 1, 14: the idea, not a claim about any processor). With siblings, a burst must be below 2^42 ns.
 */
final class Turns {
  /** A pipeline, in thousandths. */
  private static final long FULL = 1000;

  private final CpuTable cpus;
  private final ThreadTable threads;
  private final EventQueue events;

  /** Thousandths of a nanosecond of work that each CPU has done beyond whole nanoseconds. */
  private final long[] carry;

  Turns(CpuTable cpus, ThreadTable threads, EventQueue events) {
    this.cpus = cpus;
    this.threads = threads;
    this.events = events;
    carry = new long[cpus.perCore == 1 ? 0 : cpus.size];
  }

  /** Writes down how far this CPU's thread has come by now. */
  void settle(int cpu, long now) {
    HardwareThread on = cpus.at(cpu);
    long elapsed = now - on.since;
    if (elapsed <= 0) { // still switching
      return;
    }
    on.since = now;
    on.used += elapsed;
    long work = cpus.perCore == 1 ? elapsed : sharedWork(cpu, elapsed);
    threads.setLeft(on.thread, threads.left(on.thread) - work);
  }

  /** Sets the event at which this CPU's thread is done or its turn over, in place of any other. */
  void arm(int cpu) {
    HardwareThread on = cpus.at(cpu);
    long left = threads.left(on.thread);
    long needed = cpus.perCore == 1 ? left : sharedTime(cpu, left);
    long end = Math.min(needed, on.turnEnd - on.since) + on.since;
    on.due = events.add(end, Kernel.event(Kernel.TURN, cpu));
  }

  /** How much work the thread on this CPU still has, as of now. */
  long left(int cpu, long now) {
    HardwareThread on = cpus.at(cpu);
    long elapsed = Math.max(0, now - on.since);
    long left = threads.left(on.thread);
    return left - (cpus.perCore == 1 ? elapsed : elapsed * FULL / demand(cpu));
  }

  /** To be called before this CPU begins or ends a turn or changes its stall share. */
  void beforeChange(int cpu, long now) {
    if (cpus.perCore == 2 && cpus.at(cpu ^ 1).thread != CpuTable.NOBODY) {
      settle(cpu ^ 1, now);
    }
  }

  /** To be called after the change. */
  void afterChange(int cpu) {
    if (cpus.perCore == 2 && cpus.at(cpu ^ 1).thread != CpuTable.NOBODY) {
      arm(cpu ^ 1);
    }
  }

  /** What both hardware threads of the core ask of its pipeline, in thousandths, at least FULL. */
  private long demand(int cpu) {
    int sibling = cpu ^ 1;
    if (cpus.at(sibling).thread == CpuTable.NOBODY) {
      return FULL;
    }
    return Math.max(FULL, 2 * FULL - cpus.at(cpu).stall - cpus.at(sibling).stall);
  }

  private long sharedWork(int cpu, long elapsed) {
    long thousandths = elapsed * FULL * FULL / demand(cpu) + carry[cpu];
    carry[cpu] = thousandths % FULL;
    return Math.min(thousandths / FULL, threads.left(cpus.at(cpu).thread));
  }

  private long sharedTime(int cpu, long left) {
    long thousandths = Math.max(0, left * FULL - carry[cpu]);
    return (thousandths * demand(cpu) + FULL * FULL - 1) / (FULL * FULL);
  }
}
