package timeslice.kernel;

import java.util.Arrays;

/**
 * All hardware threads of a machine, and which of them are idle. Those of one core have
 * neighbouring numbers: with two a core, 2c and 2c + 1 are siblings.
 */
final class CpuTable {
  static final int NOBODY = -1;

  final int size;
  final int perCore;

  private final HardwareThread[] all;

  private final CpuSet idle;

  /** Cores on which no CPU is busy; with one CPU a core, the same set. */
  private final CpuSet idleCores;

  CpuTable(int cores, int perCore) {
    this.size = cores * perCore;
    this.perCore = perCore;
    all = new HardwareThread[size];
    Arrays.setAll(all, _ -> new HardwareThread());
    idle = new CpuSet(size);
    idleCores = perCore == 1 ? idle : new CpuSet(cores);
  }

  HardwareThread at(int cpu) {
    return all[cpu];
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
    all[cpu].thread = by;
    idle.remove(cpu);
    if (perCore == 2 && idle.contains(cpu ^ 1)) {
      idleCores.remove(cpu >> 1);
    }
  }

  void release(int cpu) {
    all[cpu].before = all[cpu].thread;
    all[cpu].thread = NOBODY;
    idle.add(cpu);
    if (perCore == 2 && idle.contains(cpu ^ 1)) {
      idleCores.add(cpu >> 1);
    }
  }
}
