package timeslice.memory;

import static timeslice.memory.EntryBits.ABSENT;
import static timeslice.memory.PackedTlb.checkAsid;
import static timeslice.memory.PackedTlb.checkPage;

import java.util.Optional;

/**
 * A set-associative TLB with exact LRU in each set, whose entries carry their address space (0 to
 * 4095, as x86's PCID).
 *
 * <p>For one page and address space at most one entry answers: a global entry takes the place of
 * what any address space remembered of its page, and an entry of one address space takes the place
 * of a global one.
 */
public final class TaggedSetAssociativeTlb implements TaggedTlb {
  private final PackedTlb ways;

  /**
   * An empty TLB.
   *
   * @param sets a power of two
   * @param ways entries of one set, 1 or more
   */
  public TaggedSetAssociativeTlb(int sets, int ways) {
    this.ways = new PackedTlb(sets, ways);
  }

  @Override
  public Optional<PageTableEntry> lookup(int asid, long page) {
    long bits = ways.find(tag(asid, page));
    return bits == ABSENT ? Optional.empty() : Optional.of(EntryBits.unpack(bits));
  }

  @Override
  public void insert(int asid, long page, PageTableEntry entry) {
    ways.insert(tag(asid, page), EntryBits.pack(entry));
  }

  @Override
  public void insertGlobal(long page, PageTableEntry entry) {
    ways.invalidateEverywhere(checkPage(page));
    ways.insert(page, EntryBits.pack(entry) | EntryBits.GLOBAL);
  }

  @Override
  public void invalidate(int asid, long page) {
    ways.invalidate(tag(asid, page));
  }

  @Override
  public void flush(int asid) {
    ways.flush(checkAsid(asid));
  }

  @Override
  public void flushAll() {
    ways.flushAll();
  }

  private static long tag(int asid, long page) {
    return PackedTlb.tag(checkAsid(asid), checkPage(page));
  }
}
