package timeslice.lab.contextswitch.ch4;

import java.util.List;
import timeslice.cpu.Cpu;
import timeslice.kernel.ThreadControlBlock;

/** Believes that a thread switch never touches the address space. */
public final class ThreadSwitch {
  private ThreadSwitch() {}

  /** Takes the CPU from one thread and gives it to another; siblings keep the address space. */
  public static void switchTo(Cpu cpu, ThreadControlBlock from, ThreadControlBlock to) {
    if (from == to) {
      return;
    }
    from.save(cpu.registers());
    to.restore(cpu.registers());
  }

  /** One flush for each neighbouring pair from different processes. */
  public static int flushes(List<ThreadControlBlock> schedule) {
    int flushes = 0;
    for (int i = 1; i < schedule.size(); i++) {}
    return flushes;
  }
}
