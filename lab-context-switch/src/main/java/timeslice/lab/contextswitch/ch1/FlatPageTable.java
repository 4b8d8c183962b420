package timeslice.lab.contextswitch.ch1;

import static timeslice.Todo.todo;

import java.util.Optional;
import timeslice.memory.Access;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Translation;

/** Exercise 1.2: a page table of one level, for pages of 4 KiB: page number in, entry out. */
public final class FlatPageTable implements PageTable {

  /** Makes this page present; an entry that was there is replaced. */
  @Override
  public void map(long page, PageTableEntry entry) {
    todo("1.2: remember the entry of this page");
  }

  /** Makes this page absent; nothing happens if it already is. */
  @Override
  public void unmap(long page) {
    todo("1.2: forget the entry of this page");
  }

  /** The entry of this page, empty if the page is absent. */
  @Override
  public Optional<PageTableEntry> walk(long page) {
    return todo("1.2: the entry of this page, if present");
  }

  /**
   * What comes of this access to this address: a physical address, or one of two faults. The table
   * stays as it is.
   *
   * @param address 0 to 2^48 - 1
   */
  public Translation translate(long address, Access access) {
    return todo("1.2: Physical, Absent or Forbidden");
  }
}
