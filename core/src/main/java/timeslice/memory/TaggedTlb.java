package timeslice.memory;

import java.util.Optional;

/**
 * A TLB whose entries carry the address space they belong to (ASID, on x86 PCID), so that a switch
 * need not flush it.
 *
 * <p>A global entry (a kernel page) answers for every address space.
 */
public interface TaggedTlb {

  /** The entry that this address space may use for this page. */
  Optional<PageTableEntry> lookup(int asid, long page);

  /** Remembers an entry for one address space. */
  void insert(int asid, long page, PageTableEntry entry);

  /** Remembers an entry for all address spaces. */
  void insertGlobal(long page, PageTableEntry entry);

  /** Forgets this page as this address space sees it, a global entry included (x86: INVLPG). */
  void invalidate(int asid, long page);

  /**
   * Forgets what belongs to this address space alone; global entries stay (x86: a CR3 write without
   * PCID NOFLUSH).
   */
  void flush(int asid);

  /** Forgets everything, global entries too. */
  void flushAll();
}
