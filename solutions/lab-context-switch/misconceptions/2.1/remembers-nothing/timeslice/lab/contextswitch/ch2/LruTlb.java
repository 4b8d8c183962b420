package timeslice.lab.contextswitch.ch2;

import java.util.LinkedHashMap;
import java.util.Optional;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/** Believes that a TLB may forget what it likes, so that forgetting everything is safe. */
public final class LruTlb implements Tlb {
  private final int entries;

  private final LinkedHashMap<Long, PageTableEntry> byLastUse = new LinkedHashMap<>();

  public LruTlb(int entries) {
    if (entries < 1) {
      throw new IllegalArgumentException("a TLB needs at least one entry, got " + entries);
    }
    this.entries = entries;
  }

  @Override
  public Optional<PageTableEntry> lookup(long page) {
    PageTableEntry entry = byLastUse.get(page);
    if (entry == null) {
      return Optional.empty();
    }
    byLastUse.putLast(page, entry);
    return Optional.of(entry);
  }

  @Override
  public void insert(long page, PageTableEntry entry) {}

  @Override
  public void invalidate(long page) {
    byLastUse.remove(page);
  }

  @Override
  public void flush() {
    byLastUse.clear();
  }
}
