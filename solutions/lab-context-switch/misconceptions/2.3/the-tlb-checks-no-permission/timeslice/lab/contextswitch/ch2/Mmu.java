package timeslice.lab.contextswitch.ch2;

import java.util.Optional;
import timeslice.cpu.Costs;
import timeslice.memory.Access;
import timeslice.memory.PageSize;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;
import timeslice.memory.Translation;

/**
 * Believes that what was permitted once is permitted: protection is looked at during the walk only.
 */
public final class Mmu {
  private static final PageSize PAGE_SIZE = PageSize.KIB_4;
  private static final int LEVELS = 4;

  private final Tlb tlb;
  private final PageTable table;
  private final Costs costs;

  private long hits;
  private long misses;
  private long faults;
  private long invalidations;

  public Mmu(Tlb tlb, PageTable table, Costs costs) {
    this.tlb = tlb;
    this.table = table;
    this.costs = costs;
  }

  public Translation access(long address, Access access) {
    long page = PAGE_SIZE.page(address);
    Optional<PageTableEntry> known = tlb.lookup(page);
    if (known.isPresent()) {
      hits++;
    } else {
      misses++;
    }
    Optional<PageTableEntry> found = known.isPresent() ? known : table.walk(page);
    if (found.isEmpty()) {
      faults++;
      return new Translation.Absent(page);
    }
    PageTableEntry entry = found.get();
    if (known.isEmpty() && !entry.protection().allows(access)) {
      faults++;
      return new Translation.Forbidden(page, access);
    }
    if (known.isEmpty()) {
      tlb.insert(page, entry);
    }
    return new Translation.Physical(PAGE_SIZE.address(entry.frame(), PAGE_SIZE.offset(address)));
  }

  public void map(long page, PageTableEntry entry) {
    table.map(page, entry);
    invalidate(page);
  }

  public void unmap(long page) {
    table.unmap(page);
    invalidate(page);
  }

  private void invalidate(long page) {
    tlb.invalidate(page);
    invalidations++;
  }

  public long hits() {
    return hits;
  }

  public long misses() {
    return misses;
  }

  public long faults() {
    return faults;
  }

  public long cycles() {
    return (hits + misses) * costs.tlbHit()
        + misses * LEVELS * costs.walkReference()
        + faults * costs.pageFault()
        + invalidations * costs.invalidate();
  }
}
