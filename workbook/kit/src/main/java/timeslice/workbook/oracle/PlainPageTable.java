package timeslice.workbook.oracle;

import java.util.Optional;
import java.util.TreeMap;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;

/** A page table that is a plain map, and counts how often it was walked. */
public final class PlainPageTable implements PageTable {
  private final TreeMap<Long, PageTableEntry> entries = new TreeMap<>();
  private long walks;

  @Override
  public void map(long page, PageTableEntry entry) {
    entries.put(page, entry);
  }

  @Override
  public void unmap(long page) {
    entries.remove(page);
  }

  @Override
  public Optional<PageTableEntry> walk(long page) {
    walks++;
    return Optional.ofNullable(entries.get(page));
  }

  /** How often {@link #walk} was called. */
  public long walks() {
    return walks;
  }
}
