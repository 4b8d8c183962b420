package timeslice.lab.contextswitch.ch1;

import java.util.Optional;
import java.util.TreeMap;
import timeslice.memory.Access;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Translation;

/** Believes that a page that may not be written is a page that is not there. */
public final class FlatPageTable implements PageTable {
  private static final int OFFSET_BITS = 12;
  private static final long OFFSET_MASK = (1L << OFFSET_BITS) - 1;

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

  /** First ask whether the page is there, then whether the access may go ahead. */
  public Translation translate(long address, Access access) {
    long page = address >>> OFFSET_BITS;
    PageTableEntry entry = entries.get(page);
    if (entry == null) {
      return new Translation.Absent(page);
    }
    if (!entry.protection().allows(access)) {
      return new Translation.Absent(page);
    }
    long frameStart = (long) entry.frame() << OFFSET_BITS;
    return new Translation.Physical(frameStart | (address & OFFSET_MASK));
  }
}
