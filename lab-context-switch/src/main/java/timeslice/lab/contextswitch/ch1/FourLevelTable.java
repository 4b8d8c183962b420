package timeslice.lab.contextswitch.ch1;

import static timeslice.Todo.todo;

import java.util.Optional;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;

/**
 * Exercise 1.4: a page table as a tree of four levels. Each table has 512 entries, and nine bits of
 * the page number choose one, the highest nine in the root.
 *
 * <p>All methods throw {@code IllegalArgumentException} for a page number outside 0 to 2^36 - 1; the
 * message contains it.
 */
public final class FourLevelTable implements PageTable {

  /** Makes this page present, and the tables on the way to it; an older entry is replaced. */
  @Override
  public void map(long page, PageTableEntry entry) {
    todo("1.4: go down four levels, making tables where there are none");
  }

  /**
   * Makes this page absent; nothing happens if it already is. A table whose last entry went is
   * taken away, and so on upwards; the root stays.
   */
  @Override
  public void unmap(long page) {
    todo("1.4: remove the entry, and the tables that became empty");
  }

  /** The entry of this page, empty if the page is absent. */
  @Override
  public Optional<PageTableEntry> walk(long page) {
    return todo("1.4: go down four levels, or as far as it goes");
  }

  /** How many table entries a walk to this page reads: 4, or fewer if an upper one is absent. */
  public int referencesOf(long page) {
    return todo("1.4: how many entries the walk reads");
  }

  /** How many tables there are now, the root included. */
  public int tables() {
    return todo("1.4: how many tables there are");
  }
}
