package timeslice.lab.contextswitch.ch1;

import static timeslice.Todo.todo;

import java.util.Optional;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;

/**
 * Exercise 1.5 ★: a page table with two sizes of leaves, 4 KiB (one page) and 2 MiB (512 pages,
 * called huge).
 */
public final class HugePageTable implements PageTable {
  /** How many 4 KiB pages a huge leaf covers. */
  public static final int PAGES_PER_HUGE = 512;

  /**
   * Maps 512 pages with a single leaf: page {@code first + i} lies in frame {@code entry.frame() +
   * i}, with the protection of the entry. Whatever was mapped there is replaced.
   *
   * @param first a multiple of 512
   * @param entry its frame is a multiple of 512 too
   * @throws IllegalArgumentException if one of them is no multiple; the message contains it
   */
  public void mapHuge(long first, PageTableEntry entry) {
    todo("1.5: one leaf for 512 pages");
  }

  /** Maps one page of 4 KiB; a huge leaf above it is split, and its other 511 pages stay. */
  @Override
  public void map(long page, PageTableEntry entry) {
    todo("1.5: map one page, splitting a huge leaf above it");
  }

  /** Makes one page absent; a huge leaf above it is split, and its other 511 pages stay. */
  @Override
  public void unmap(long page) {
    todo("1.5: unmap one page, splitting a huge leaf above it");
  }

  /** The frame and protection of this one page, empty if the page is absent. */
  @Override
  public Optional<PageTableEntry> walk(long page) {
    return todo("1.5: the entry of this page, from a leaf of either size");
  }

  /**
   * How many table entries a walk to this page reads: 3 if it ends at a huge leaf, 4 if it ends at
   * a page of 4 KiB. Asked only of present pages.
   */
  public int referencesOf(long page) {
    return todo("1.5: 3 or 4");
  }
}
