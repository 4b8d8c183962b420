package timeslice.lab.contextswitch.ch4;

import java.util.Optional;
import java.util.TreeMap;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;

/** A page table as a plain map: what the laws compare with. */
final class PlainTable implements PageTable {
  private final TreeMap<Long, PageTableEntry> entries = new TreeMap<>();

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
    return Optional.ofNullable(entries.get(page));
  }
}
