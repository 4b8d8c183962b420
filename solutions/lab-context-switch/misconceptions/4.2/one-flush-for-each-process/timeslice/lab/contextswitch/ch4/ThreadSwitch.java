package timeslice.lab.contextswitch.ch4;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import timeslice.cpu.Cpu;
import timeslice.kernel.ProcessControlBlock;
import timeslice.kernel.ThreadControlBlock;

/** Believes that a process pays once, when it runs for the first time. */
public final class ThreadSwitch {
  private ThreadSwitch() {}

  /** Takes the CPU from one thread and gives it to another; siblings keep the address space. */
  public static void switchTo(Cpu cpu, ThreadControlBlock from, ThreadControlBlock to) {
    if (from == to) {
      return;
    }
    from.save(cpu.registers());
    if (from.process() != to.process()) {
      cpu.loadPageTable(to.process().pageTable());
      cpu.tlb().flush();
    }
    to.restore(cpu.registers());
  }

  /** One flush for each neighbouring pair from different processes. */
  public static int flushes(List<ThreadControlBlock> schedule) {
    Set<ProcessControlBlock> seen = new HashSet<>();
    for (ThreadControlBlock thread : schedule) {
      seen.add(thread.process());
    }
    return Math.max(0, seen.size() - 1);
  }
}
