package timeslice.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import timeslice.cpu.Cpu;
import timeslice.memory.PageTable;

/**
 * What a kernel keeps of one address space: its page table and the set of CPUs that have it loaded
 * (Linux: {@code mm_struct} and its {@code mm_cpumask}).
 */
public final class MemoryDescriptor {
  private final PageTable pageTable;
  private final Map<Integer, Cpu> mask = new TreeMap<>();

  public MemoryDescriptor(PageTable pageTable) {
    this.pageTable = pageTable;
  }

  /** The one table that all CPUs of the mask walk. */
  public PageTable pageTable() {
    return pageTable;
  }

  /** The CPUs that have this table loaded, by rising id; a copy. */
  public List<Cpu> cpus() {
    return new ArrayList<>(mask.values());
  }

  /** A thread of this address space begins to run on this CPU: pointer, flush, mask. */
  public void enter(Cpu cpu) {
    cpu.loadPageTable(pageTable);
    cpu.tlb().flush();
    mask.put(cpu.id(), cpu);
  }

  /** This CPU is about to load another table; its TLB is flushed when it does. */
  public void leave(Cpu cpu) {
    mask.remove(cpu.id());
  }
}
