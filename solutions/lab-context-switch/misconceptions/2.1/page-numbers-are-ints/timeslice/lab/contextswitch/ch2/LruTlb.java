package timeslice.lab.contextswitch.ch2;

import java.util.LinkedHashMap;
import java.util.Optional;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/** Believes that page numbers fit an int. */
public final class LruTlb implements Tlb {
  private final int entries;

  private final LinkedHashMap<Integer, PageTableEntry> byLastUse = new LinkedHashMap<>();

  public LruTlb(int entries) {
    if (entries < 1) {
      throw new IllegalArgumentException("a TLB needs at least one entry, got " + entries);
    }
    this.entries = entries;
  }

  @Override
  public Optional<PageTableEntry> lookup(long page) {
    PageTableEntry entry = byLastUse.get((int) page);
    if (entry == null) {
      return Optional.empty();
    }
    byLastUse.putLast((int) page, entry);
    return Optional.of(entry);
  }

  @Override
  public void insert(long page, PageTableEntry entry) {
    byLastUse.putLast((int) page, entry);
    if (byLastUse.size() > entries) {
      byLastUse.pollFirstEntry();
    }
  }

  @Override
  public void invalidate(long page) {
    byLastUse.remove((int) page);
  }

  @Override
  public void flush() {
    byLastUse.clear();
  }
}
