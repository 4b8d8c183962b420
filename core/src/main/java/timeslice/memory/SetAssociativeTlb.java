package timeslice.memory;

import static timeslice.memory.EntryBits.ABSENT;

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
}
