package timeslice.lab.contextswitch.ch4;

import static timeslice.Todo.todo;

import java.util.List;
import timeslice.cpu.Cpu;
import timeslice.kernel.ThreadControlBlock;

/** The switch from thread to thread, on a CPU whose TLB has no tags. */
public final class ThreadSwitch {
  private ThreadSwitch() {}

  /**
   * Takes the CPU from one thread and gives it to another. Only if they belong to different
   * processes does the address space change.
   *
   * @param from the thread that runs on this CPU now
   * @param to the thread that runs on it afterwards; if it is the same one, nothing happens
   */
  public static void switchTo(Cpu cpu, ThreadControlBlock from, ThreadControlBlock to) {
    todo("4.2: registers always, address space only if it changes");
  }

  /**
   * How many TLB flushes it takes to run these threads on one CPU in this order. The first one runs
   * there already.
   */
  public static int flushes(List<ThreadControlBlock> schedule) {
    return todo("4.2: count the flushes of this schedule");
  }
}
