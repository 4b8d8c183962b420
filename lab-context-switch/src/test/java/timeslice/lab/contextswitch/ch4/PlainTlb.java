package timeslice.lab.contextswitch.ch4;

import java.util.Optional;
import java.util.TreeMap;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/** A TLB that never runs out of room, so that nothing stale is forgotten by accident. */
final class PlainTlb implements Tlb {
  private final TreeMap<Long, PageTableEntry> entries = new TreeMap<>();
  private Runnable afterForgetting = () -> {};

  /** What the hardware does right after each flush or invalidation. */
  void afterForgetting(Runnable action) {
    afterForgetting = action;
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
    afterForgetting.run();
  }

  @Override
  public void flush() {
    entries.clear();
    afterForgetting.run();
  }
}
