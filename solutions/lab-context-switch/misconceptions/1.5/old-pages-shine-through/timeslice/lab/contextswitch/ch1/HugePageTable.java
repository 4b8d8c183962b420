package timeslice.lab.contextswitch.ch1;

import java.util.Optional;
import java.util.TreeMap;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;

/** Believes that a huge leaf need not clear what was mapped below it. */
public final class HugePageTable implements PageTable {
  /** How many 4 KiB pages a huge leaf covers. */
  public static final int PAGES_PER_HUGE = 512;

  /** Entry by first page; never together with small leaves of the same 512 pages. */
  private final TreeMap<Long, PageTableEntry> huge = new TreeMap<>();

  private final TreeMap<Long, PageTableEntry> small = new TreeMap<>();

  /** Maps 512 pages with a single leaf, in place of whatever was there. */
  public void mapHuge(long first, PageTableEntry entry) {
    if (first % PAGES_PER_HUGE != 0) {
      throw new IllegalArgumentException(
          "a huge leaf begins at a multiple of 512 pages, got page " + first);
    }
    if (entry.frame() % PAGES_PER_HUGE != 0) {
      throw new IllegalArgumentException(
          "a huge leaf begins at a multiple of 512 frames, got frame " + entry.frame());
    }
    huge.put(first, entry);
  }

  @Override
  public void map(long page, PageTableEntry entry) {
    split(page);
    small.put(page, entry);
  }

  @Override
  public void unmap(long page) {
    split(page);
    small.remove(page);
  }

  @Override
  public Optional<PageTableEntry> walk(long page) {
    PageTableEntry leaf = huge.get(first(page));
    return Optional.ofNullable(
        small.containsKey(page) || leaf == null ? small.get(page) : part(leaf, page - first(page)));
  }

  /** One level less for a huge leaf. */
  public int referencesOf(long page) {
    return huge.containsKey(first(page)) ? 3 : 4;
  }

  /**
   * Replaces the huge leaf above this page, if there is one, by 512 small leaves that say the same.
   */
  private void split(long page) {
    long first = first(page);
    PageTableEntry leaf = huge.remove(first);
    if (leaf != null) {
      for (int i = 0; i < PAGES_PER_HUGE; i++) {
        small.put(first + i, part(leaf, i));
      }
    }
  }

  private static PageTableEntry part(PageTableEntry leaf, long i) {
    return new PageTableEntry(leaf.frame() + (int) i, leaf.protection());
  }

  private static long first(long page) {
    return page - page % PAGES_PER_HUGE;
  }
}
