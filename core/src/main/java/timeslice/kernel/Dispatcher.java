package timeslice.kernel;

import timeslice.cpu.Cpu;

/**
 * Gives a CPU to another process or thread: the switch of a kernel without address-space tags (what
 * Linux does in {@code context_switch}, kernel/sched/core.c, on a CPU without PCID).
 */
public final class Dispatcher {
  private Dispatcher() {}

  /**
   * Takes the CPU from one process and gives it to another; nothing happens if both are the same.
   */
  public static void switchTo(Cpu cpu, ProcessControlBlock from, ProcessControlBlock to) {
    if (from == to) {
      return;
    }
    from.save(cpu.registers());
    changeAddressSpace(cpu, to);
    to.restore(cpu.registers());
  }

  /** Takes the CPU from one thread and gives it to another; siblings keep the address space. */
  public static void switchTo(Cpu cpu, ThreadControlBlock from, ThreadControlBlock to) {
    if (from == to) {
      return;
    }
    from.save(cpu.registers());
    if (from.process() != to.process()) {
      changeAddressSpace(cpu, to.process());
    }
    to.restore(cpu.registers());
  }

  // The pointer first: between the two the hardware may still walk ahead, and what it then caches
  // must not come from the old table.
  private static void changeAddressSpace(Cpu cpu, ProcessControlBlock to) {
    cpu.loadPageTable(to.pageTable());
    cpu.tlb().flush();
  }
}
