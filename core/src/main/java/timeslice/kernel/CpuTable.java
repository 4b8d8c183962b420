package timeslice.kernel;

import java.util.Arrays;
import java.util.BitSet;

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

  private final BitSet idle;
  private final BitSet idleCores;

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
    idle = new BitSet(size);
    idle.set(0, size);
    idleCores = new BitSet(cores);
    idleCores.set(0, cores);
  }

  boolean anyIdle() {
    return !idle.isEmpty();
  }

  /** The first CPU of the lowest wholly idle core, or else the lowest idle one; one is idle. */
  int firstIdle() {
    int core = idleCores.nextSetBit(0);
    return core < 0 ? idle.nextSetBit(0) : core * perCore;
  }

  /** The lowest idle CPU from this number on, -1 if there is none. */
  int idleFrom(int cpu) {
    return idle.nextSetBit(cpu);
  }

  void occupy(int cpu, int by) {
    thread[cpu] = by;
    idle.clear(cpu);
    idleCores.clear(cpu / perCore);
  }

  void release(int cpu) {
    before[cpu] = thread[cpu];
    thread[cpu] = NOBODY;
    idle.set(cpu);
    int first = cpu - cpu % perCore;
    if (idle.nextClearBit(first) >= first + perCore) {
      idleCores.set(cpu / perCore);
    }
  }
}
