package timeslice.lab.contextswitch.ch3;

import timeslice.cpu.Cpu;
import timeslice.kernel.ProcessControlBlock;

/** Believes that the TLB knows whose translations it holds. */
public final class ContextSwitch {
  private ContextSwitch() {}

  /**
   * Takes the CPU from one process and gives it to another; nothing happens if both are the same.
   */
  public static void switchTo(Cpu cpu, ProcessControlBlock from, ProcessControlBlock to) {
    if (from == to) {
      return;
    }
    from.save(cpu.registers());
    cpu.loadPageTable(to.pageTable());
    to.restore(cpu.registers());
  }
}
