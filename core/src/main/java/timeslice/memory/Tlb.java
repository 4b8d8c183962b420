package timeslice.memory;

import java.util.Optional;

/**
 * A translation look-aside buffer: a small cache of page table entries, by page number. What it
 * forgets is only slower.
 */
public interface Tlb {

  /** The entry remembered for this page; empty is a TLB miss, which is not a page fault. */
  Optional<PageTableEntry> lookup(long page);

  /** Remembers an entry, in place of an older one for the same page. */
  void insert(long page, PageTableEntry entry);

  /** Forgets one page and no other; nothing happens if it was not remembered. */
  void invalidate(long page);

  /** Forgets every page. */
  void flush();
}
