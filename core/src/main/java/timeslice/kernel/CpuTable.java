package timeslice.kernel;

import java.util.Arrays;

/**
 * What the kernel knows of every hardware thread, in columns. Hardware threads of one core have
 * neighbouring numbers: with two a core, 2c and 2c + 1 are siblings.
 */
final class CpuTable {
  static final int NOBODY = -1;

  final int size;
  final int perCore;

  /** The thread it runs, -1 when idle. */
  final int[] thread;

  /** The thread it ran last, -1 at first. */
  final int[] before;

  /** Up to when its thread's progress has been written down; at first, when its turn starts. */
  final long[] since;

  /** When its thread's turn is over. */
  final long[] turnEnd;

  /** CPU time its thread has used in this turn, up to {@code since}. */
  final long[] used;

  /** Sequence number of the event that it waits for; any other one for this CPU is out of date. */
  final long[] due;

  /** Share of its thread's time, in thousandths, in which it waits for memory. */
  final int[] stall;

  private final CpuSet idle;

  /** Cores on which no CPU is busy; with one CPU a core, the same set. */
  private final CpuSet idleCores;

  CpuTable(int cores, int perCore) {
    this.size = cores * perCore;
    this.perCore = perCore;
    thread = new int[size];
    before = new int[size];
    since = new long[size];
    turnEnd = new long[size];
    used = new long[size];
    due = new long[size];
    stall = new int[size];
    Arrays.fill(thread, NOBODY);
    Arrays.fill(before, NOBODY);
    idle = new CpuSet(size);
    idleCores = perCore == 1 ? idle : new CpuSet(cores);
  }

  boolean anyIdle() {
    return !idle.isEmpty();
  }

  /** The lowest idle CPU from this number on, -1 if there is none. */
  int idleFrom(int cpu) {
    return idle.from(cpu);
  }

  /** The first CPU of the lowest wholly idle core from this core on, -1 if there is none. */
  int idleCoreFrom(int core) {
    int found = idleCores.from(core);
    return found < 0 ? NOBODY : found * perCore;
  }

  void occupy(int cpu, int by) {
    thread[cpu] = by;
    idle.remove(cpu);
    if (perCore == 2 && idle.contains(cpu ^ 1)) {
      idleCores.remove(cpu >> 1);
    }
  }

  void release(int cpu) {
    before[cpu] = thread[cpu];
    thread[cpu] = NOBODY;
    idle.add(cpu);
    if (perCore == 2 && idle.contains(cpu ^ 1)) {
      idleCores.add(cpu >> 1);
    }
  }
}
