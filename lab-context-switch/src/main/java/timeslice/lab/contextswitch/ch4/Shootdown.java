package timeslice.lab.contextswitch.ch4;

import static timeslice.Todo.todo;

import timeslice.cpu.Cpu;
import timeslice.kernel.Interrupts;
import timeslice.kernel.MemoryDescriptor;

/** Taking a page away from all threads of a process, wherever they run. */
public final class Shootdown {
  private Shootdown() {}

  /**
   * Unmaps one page. When this returns, no CPU translates it any more, and the frame may be given to
   * somebody else.
   *
   * @param space the address space that loses the page
   * @param page number of the page; nothing happens, and nobody is interrupted, if it is absent
   * @param self the CPU that executes this; it has the space loaded
   * @param interrupts how to ask other CPUs
   */
  public static void unmap(MemoryDescriptor space, long page, Cpu self, Interrupts interrupts) {
    todo("4.3: table, own TLB, the other CPUs, and wait for them");
  }
}
