package timeslice.memory;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A fully associative TLB that forgets the entry inserted longest ago, used since or not.
 *
 * <p>Belady's anomaly lives here: more entries may miss more often (FACTS §5.1).
 */
public final class FifoTlb implements Tlb {
  private final int entries;

  /** In order of insertion, which is what a LinkedHashMap keeps unless asked otherwise. */
  private final Map<Long, PageTableEntry> byPage = new LinkedHashMap<>();

  /**
   * An empty TLB.
   *
   * @param entries how many pages it can remember, 1 or more
   */
  public FifoTlb(int entries) {
    if (entries < 1) {
      throw new IllegalArgumentException("a TLB needs 1 entry or more, got " + entries);
    }
    this.entries = entries;
  }

  @Override
  public Optional<PageTableEntry> lookup(long page) {
    return Optional.ofNullable(byPage.get(PackedTlb.checkPage(page)));
  }

  @Override
  public void insert(long page, PageTableEntry entry) {
    PackedTlb.checkPage(page);
    if (byPage.size() == entries && !byPage.containsKey(page)) {
      byPage.remove(byPage.keySet().iterator().next());
    }
    byPage.put(page, entry); // a page that is here already keeps its place in the queue
  }

  @Override
  public void invalidate(long page) {
    byPage.remove(PackedTlb.checkPage(page));
  }

  @Override
  public void flush() {
    byPage.clear();
  }
}
