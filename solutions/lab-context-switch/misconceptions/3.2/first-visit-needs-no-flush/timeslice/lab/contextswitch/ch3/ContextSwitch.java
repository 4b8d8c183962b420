package timeslice.lab.contextswitch.ch3;

import java.util.HashSet;
import java.util.Set;
import timeslice.cpu.Cpu;
import timeslice.kernel.ProcessControlBlock;

/** Believes that only a process that ran before can find stale translations. */
public final class ContextSwitch {
  private static final Set<ProcessControlBlock> SEEN = new HashSet<>();

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
    SEEN.add(from);
    if (!SEEN.add(to)) {
      cpu.tlb().flush();
    }
    to.restore(cpu.registers());
  }
}
