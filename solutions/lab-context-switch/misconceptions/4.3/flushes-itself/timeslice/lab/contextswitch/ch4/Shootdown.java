package timeslice.lab.contextswitch.ch4;

import java.util.ArrayList;
import java.util.List;
import timeslice.cpu.Cpu;
import timeslice.kernel.Interrupts;
import timeslice.kernel.MemoryDescriptor;

/** Believes that forgetting one page means flushing. */
public final class Shootdown {
  private Shootdown() {}

  /** Unmaps one page; when this returns, no CPU translates it any more. */
  public static void unmap(MemoryDescriptor space, long page, Cpu self, Interrupts interrupts) {
    if (space.pageTable().walk(page).isEmpty()) {
      return; // no TLB holds an absent page
    }
    // The table first: who forgets the page and touches it again must find nothing to cache.
    space.pageTable().unmap(page);
    self.tlb().flush();
    List<Interrupts.Answer> answers = new ArrayList<>();
    for (Cpu cpu : space.cpus()) {
      if (cpu.id() != self.id()) {
        answers.add(interrupts.invalidate(cpu, page));
      }
    }
    // Only when all are on their way: so they answer at the same time and not one after another.
    for (Interrupts.Answer answer : answers) {
      answer.await();
    }
  }
}
