package timeslice.lab.contextswitch.ch4;

import timeslice.cpu.Cpu;
import timeslice.kernel.Interrupts;
import timeslice.kernel.MemoryDescriptor;

/** Believes that each CPU must have answered before the next is asked. */
public final class Shootdown {
  private Shootdown() {}

  /** Unmaps one page; when this returns, no CPU translates it any more. */
  public static void unmap(MemoryDescriptor space, long page, Cpu self, Interrupts interrupts) {
    if (space.pageTable().walk(page).isEmpty()) {
      return; // no TLB holds an absent page
    }
    // The table first: who forgets the page and touches it again must find nothing to cache.
    space.pageTable().unmap(page);
    self.tlb().invalidate(page);
    for (Cpu cpu : space.cpus()) {
      if (cpu.id() != self.id()) {
        interrupts.invalidate(cpu, page).await();
      }
    }
  }
}
