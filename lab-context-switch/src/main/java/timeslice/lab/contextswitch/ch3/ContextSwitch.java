package timeslice.lab.contextswitch.ch3;

import static timeslice.Todo.todo;

import timeslice.cpu.Cpu;
import timeslice.kernel.ProcessControlBlock;

/** The process switch of a CPU whose TLB has no tags. */
public final class ContextSwitch {
  private ContextSwitch() {}

  /**
   * Takes the CPU from one process and gives it to another.
   *
   * @param from the process that runs on this CPU now
   * @param to the process that runs on it afterwards; if it is the same object, nothing happens
   *     (an equal number tells nothing)
   */
  public static void switchTo(Cpu cpu, ProcessControlBlock from, ProcessControlBlock to) {
    todo("3.2: save, load the page table, flush, restore");
  }
}
