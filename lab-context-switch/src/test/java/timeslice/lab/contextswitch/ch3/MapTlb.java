package timeslice.lab.contextswitch.ch3;

import java.util.Optional;
import java.util.TreeMap;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/** A TLB that never runs out of room, so that nothing stale is forgotten by accident. */
final class MapTlb implements Tlb {
  private final TreeMap<Long, PageTableEntry> entries = new TreeMap<>();
  private Runnable afterFlush = () -> {};

  /** What the hardware does right after each flush. */
  void afterEachFlush(Runnable action) {
    afterFlush = action;
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
  }

  @Override
  public void flush() {
    entries.clear();
    afterFlush.run();
  }
}
