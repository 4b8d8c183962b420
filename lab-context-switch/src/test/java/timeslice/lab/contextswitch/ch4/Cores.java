package timeslice.lab.contextswitch.ch4;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import timeslice.cpu.Costs;
import timeslice.cpu.Cpu;
import timeslice.kernel.Interrupts;
import timeslice.kernel.MemoryDescriptor;
import timeslice.memory.Access;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Translation;
import timeslice.workbook.oracle.PlainPageTable;
import timeslice.workbook.oracle.UnboundedTlb;

/**
 * Several CPUs; each runs process A or process B, which use the same page numbers, and has touched
 * (nearly) all pages. CPU {@code self} runs A and unmaps one of A's.
 */
final class Cores {
  static final int PAGES = 4;

  final MemoryDescriptor a = new MemoryDescriptor(table(100));
  final MemoryDescriptor b = new MemoryDescriptor(table(200));
  final List<Cpu> cpus = new ArrayList<>();
  private final List<UnboundedTlb> tlbs = new ArrayList<>();
  final List<Integer> asked = new ArrayList<>();
  final List<Integer> awaited = new ArrayList<>();
  int askedWhenFirstAwaited = -1;
  private final List<Boolean> runsA;
  final Cpu self;

  Cores(List<Boolean> runsA, int self) {
    this.runsA = runsA;
    for (int id = 0; id < runsA.size(); id++) {
      UnboundedTlb tlb = new UnboundedTlb();
      Cpu cpu = new Cpu(id, tlb, Costs.TEXTBOOK);
      (runsA.get(id) ? a : b).enter(cpu);
      cpus.add(cpu);
      tlbs.add(tlb);
    }
    this.self = cpus.get(self);
    for (Cpu cpu : cpus) {
      for (long page = 0; page < PAGES; page++) {
        if (touched(cpu, page)) {
          cpu.access(page << 12, Access.READ);
        }
      }
    }
  }

  private static PlainPageTable table(int firstFrame) {
    PlainPageTable table = new PlainPageTable();
    for (int page = 0; page < PAGES; page++) {
      table.map(page, PageTableEntry.of(firstFrame + page));
    }
    return table;
  }

  boolean runsA(Cpu cpu) {
    return runsA.get(cpu.id());
  }

  /**
   * All but one page for each of A's other CPUs: it has the table loaded, yet not this page cached.
   */
  boolean touched(Cpu cpu, long page) {
    return cpu == self || !runsA(cpu) || page != cpu.id() % PAGES;
  }

  /** After forgetting anything, each CPU at once touches this page again. */
  void touchAgainAfterForgetting(long page) {
    for (Cpu cpu : cpus) {
      tlbs.get(cpu.id()).afterEachInvalidate(() -> cpu.access(page << 12, Access.READ));
      tlbs.get(cpu.id()).afterEachFlush(() -> cpu.access(page << 12, Access.READ));
    }
  }

  /** Interrupts that are served when they arrive, or only when somebody waits for the answer. */
  Interrupts interrupts(boolean atOnce) {
    return (target, page) -> {
      asked.add(target.id());
      if (atOnce) {
        target.tlb().invalidate(page);
      }
      return () -> {
        if (awaited.isEmpty()) {
          askedWhenFirstAwaited = asked.size();
        }
        awaited.add(target.id());
        if (!atOnce) {
          target.tlb().invalidate(page);
        }
      };
    };
  }

  /** A's CPUs must fault at this page, B's must still reach their own frame. */
  void assertGone(long page) {
    for (Cpu cpu : cpus) {
      assertThat(place(cpu.access(page << 12, Access.READ)))
          .as("after A's unmap: page %d on %s, which runs %s", page, cpu, runsA(cpu) ? "A" : "B")
          .isEqualTo(runsA(cpu) ? "a page fault" : "frame " + (200 + page));
    }
  }

  /** Where a read ended, in words. */
  private static String place(Translation found) {
    return switch (found) {
      case Translation.Physical(long address) -> "frame " + (address >>> 12);
      case Translation.Absent _ -> "a page fault";
      case Translation.Forbidden _ -> "a protection fault";
    };
  }
}
