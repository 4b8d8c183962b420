package timeslice.workbook.oracle;

import java.util.Optional;
import java.util.TreeMap;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/**
 * A TLB that never runs out of room, so that nothing stale is forgotten by accident.
 *
 * <p>Hardware may act between any two steps of a kernel; the actions given here are where a law
 * lets it do so.
 */
public final class UnboundedTlb implements Tlb {
  private final TreeMap<Long, PageTableEntry> entries = new TreeMap<>();
  private Runnable afterFlush = () -> {};
  private Runnable afterInvalidate = () -> {};

  /** What the hardware does right after each flush. */
  public void afterEachFlush(Runnable action) {
    afterFlush = action;
  }

  /** What the hardware does right after each invalidation of a page. */
  public void afterEachInvalidate(Runnable action) {
    afterInvalidate = action;
  }

  @Override
  public Optional<PageTableEntry> lookup(long page) {
    return Optional.ofNullable(entries.get(page));
  }

  @Override
  public void insert(long page, PageTableEntry entry) {
    entries.put(page, entry);
  }

  @Override
  public void invalidate(long page) {
    entries.remove(page);
    afterInvalidate.run();
  }

  @Override
  public void flush() {
    entries.clear();
    afterFlush.run();
  }
}
