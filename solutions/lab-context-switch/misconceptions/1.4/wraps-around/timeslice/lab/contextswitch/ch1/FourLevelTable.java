package timeslice.lab.contextswitch.ch1;

import java.util.Optional;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;

/** Believes that a page number that is too large is cut off by the hardware. */
public final class FourLevelTable implements PageTable {
  private static final int LEVELS = 4;
  private static final int INDEX_BITS = 9;
  private static final int ENTRIES = 1 << INDEX_BITS;

  /** A table on any level: its entries are tables, on the lowest level page table entries. */
  private static final class Table {
    final Object[] entries = new Object[ENTRIES];
    int present;

    void set(int index, Object entry) {
      present += entries[index] == null ? 1 : 0;
      entries[index] = entry;
    }

    void clear(int index) {
      present -= entries[index] == null ? 0 : 1;
      entries[index] = null;
    }
  }

  private final Table root = new Table();
  private int tables = 1;

  @Override
  public void map(long page, PageTableEntry entry) {
    check(page);
    Table table = root;
    for (int level = LEVELS - 1; level > 0; level--) {
      int index = index(page, level);
      if (table.entries[index] == null) {
        table.set(index, new Table());
        tables++;
      }
      table = (Table) table.entries[index];
    }
    table.set(index(page, 0), entry);
  }

  @Override
  public void unmap(long page) {
    check(page);
    remove(root, LEVELS - 1, page);
  }

  /** Removes the page below this table, and each table below it that became empty. */
  private void remove(Table table, int level, long page) {
    int index = index(page, level);
    if (level == 0) {
      table.clear(index);
      return;
    }
    if (table.entries[index] instanceof Table child) {
      remove(child, level - 1, page);
      if (child.present == 0) {
        table.clear(index);
        tables--;
      }
    }
  }

  @Override
  public Optional<PageTableEntry> walk(long page) {
    check(page);
    Table table = root;
    for (int level = LEVELS - 1; level > 0; level--) {
      if (!(table.entries[index(page, level)] instanceof Table child)) {
        return Optional.empty();
      }
      table = child;
    }
    return Optional.ofNullable((PageTableEntry) table.entries[index(page, 0)]);
  }

  /** How many table entries a walk to this page reads: 4, or fewer if an upper one is absent. */
  public int referencesOf(long page) {
    check(page);
    int references = 1;
    Table table = root;
    for (int level = LEVELS - 1; level > 0; level--) {
      if (!(table.entries[index(page, level)] instanceof Table child)) {
        return references;
      }
      table = child;
      references++;
    }
    return references;
  }

  /** How many tables there are now, the root included. */
  public int tables() {
    return tables;
  }

  private static int index(long page, int level) {
    return (int) (page >>> (level * INDEX_BITS)) & (ENTRIES - 1);
  }

  private static void check(long page) {
    if (page < 0) {
      throw new IllegalArgumentException("page number must be from 0 to 2^36 - 1, got " + page);
    }
  }
}
