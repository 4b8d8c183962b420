package timeslice.lab.contextswitch.ch4;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import timeslice.cpu.Cpu;
import timeslice.kernel.ThreadControlBlock;
import timeslice.memory.PageTable;
import timeslice.memory.RadixPageTable;

/** Believes that a thread finds its address space as it was when it left. */
public final class ThreadSwitch {
  private static final Map<ThreadControlBlock, PageTable> LEFT = new HashMap<>();

  private ThreadSwitch() {}

  /** Takes the CPU from one thread and gives it to another; siblings keep the address space. */
  public static void switchTo(Cpu cpu, ThreadControlBlock from, ThreadControlBlock to) {
    if (from == to) {
      return;
    }
    from.save(cpu.registers());
    PageTable copy = new RadixPageTable();
    for (long page = 0; page < 0x800; page++) {
      long number = page;
      from.process().pageTable().walk(page).ifPresent(entry -> copy.map(number, entry));
    }
    LEFT.put(from, copy);
    if (from.process() != to.process()) {
      cpu.loadPageTable(LEFT.getOrDefault(to, to.process().pageTable()));
      cpu.tlb().flush();
    }
    to.restore(cpu.registers());
  }

  /** One flush for each neighbouring pair from different processes. */
  public static int flushes(List<ThreadControlBlock> schedule) {
    int flushes = 0;
    for (int i = 1; i < schedule.size(); i++) {
      if (schedule.get(i).process() != schedule.get(i - 1).process()) {
        flushes++;
      }
    }
    return flushes;
  }
}
