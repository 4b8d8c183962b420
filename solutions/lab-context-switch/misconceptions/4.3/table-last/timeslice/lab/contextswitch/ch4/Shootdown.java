package timeslice.lab.contextswitch.ch4;

import java.util.ArrayList;
import java.util.List;
import timeslice.cpu.Cpu;
import timeslice.kernel.Interrupts;
import timeslice.kernel.MemoryDescriptor;

/** Believes that the table may be changed when everybody has forgotten the page. */
public final class Shootdown {
  private Shootdown() {}

  /** Unmaps one page; when this returns, no CPU translates it any more. */
  public static void unmap(MemoryDescriptor space, long page, Cpu self, Interrupts interrupts) {
    if (space.pageTable().walk(page).isEmpty()) {
      return; // no TLB holds an absent page
    }
    self.tlb().invalidate(page);
    List<Interrupts.Answer> answers = new ArrayList<>();
    for (Cpu cpu : space.cpus()) {
      if (cpu.id() != self.id()) {
        answers.add(interrupts.invalidate(cpu, page));
      }
    }
    for (Interrupts.Answer answer : answers) {
      answer.await();
    }
    space.pageTable().unmap(page);
  }
}
