package timeslice.memory;

import java.util.Optional;

/**
 * One address space's map from page number to entry. Page numbers run from 0 to 2^36 - 1 (48-bit
 * addresses, 4 KiB pages).
 */
public interface PageTable {

  /** The first page number that is too large. */
  long PAGES = 1L << 36;

  /** Makes this page present; an entry that was there is replaced. */
  void map(long page, PageTableEntry entry);

  /** Makes this page absent; nothing happens if it already is. */
  void unmap(long page);

  /** The entry of this page, empty if the page is absent. */
  Optional<PageTableEntry> walk(long page);
}
