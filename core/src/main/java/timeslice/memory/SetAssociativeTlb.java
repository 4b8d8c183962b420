package timeslice.memory;

import static timeslice.memory.EntryBits.ABSENT;

import java.util.List;
import java.util.Optional;

/**
 * A TLB of several small sets: the low bits of the page number choose a set, and within it the page
 * unused for longest makes room (exact LRU). One set is fully associative, one way direct-mapped.
 */
public final class SetAssociativeTlb implements Tlb {
  private final PackedTlb ways;

  /**
   * An empty TLB.
   *
   * @param sets a power of two
   * @param ways entries of one set, 1 or more
   */
  public SetAssociativeTlb(int sets, int ways) {
    this.ways = new PackedTlb(sets, ways);
  }

  @Override
  public Optional<PageTableEntry> lookup(long page) {
    long bits = ways.find(PackedTlb.checkPage(page));
    return bits == ABSENT ? Optional.empty() : Optional.of(EntryBits.unpack(bits));
  }

  /**
   * Looks a page up for those who only count: whether it is remembered. It becomes its set's most
   * recently used as with {@link #lookup}, and no object is made.
   */
  public boolean touch(long page) {
    return ways.find(PackedTlb.checkPage(page)) != ABSENT;
  }

  @Override
  public void insert(long page, PageTableEntry entry) {
    ways.insert(PackedTlb.checkPage(page), EntryBits.pack(entry));
  }

  @Override
  public void invalidate(long page) {
    ways.invalidate(PackedTlb.checkPage(page));
  }

  @Override
  public void flush() {
    ways.flushAll();
  }

  /** The pages that one set remembers, the most recently used first; for pictures and checks. */
  public List<Long> pages(int set) {
    return ways.tags(set);
  }
}
