package timeslice.cpu;

import java.util.Optional;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/** The TLB of one CPU; it counts what the kernel asks of it. */
public final class CountingTlb implements Tlb {
  private final Tlb entries;
  private long flushes;
  private long invalidations;

  CountingTlb(Tlb entries) {
    this.entries = entries;
  }

  @Override
  public Optional<PageTableEntry> lookup(long page) {
    return entries.lookup(page);
  }

  @Override
  public void insert(long page, PageTableEntry entry) {
    entries.insert(page, entry);
  }

  @Override
  public void invalidate(long page) {
    invalidations++;
    entries.invalidate(page);
  }

  @Override
  public void flush() {
    flushes++;
    entries.flush();
  }

  /** How often everything was forgotten at once. */
  public long flushes() {
    return flushes;
  }

  /** How often one page was to be forgotten. */
  public long invalidations() {
    return invalidations;
  }
}
