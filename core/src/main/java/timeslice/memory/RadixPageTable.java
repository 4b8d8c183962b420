package timeslice.memory;

import static timeslice.memory.EntryBits.ABSENT;

import java.util.Arrays;
import java.util.Optional;

/**
 * A page table as x86-64 keeps it: a tree of four levels, where each table has 512 entries of eight
 * bytes (4 KiB) and nine bits of the page number choose one.
 *
 * <p>A table exists only while something below it is mapped; what an emptied table occupied is used
 * again. Source: FACTS §2.1; Intel SDM volume 3, "4-level paging".
 */
public final class RadixPageTable implements PageTable {
  /** References to memory that a walk makes when nothing is missing on the way. */
  public static final int LEVELS = 4;

  private static final int INDEX_BITS = 9;
  private static final int ENTRIES = 1 << INDEX_BITS;
  private static final int ROOT = 0;

  /** Tables by number. A table's number stands in its parent's entry, as a frame number would. */
  private long[][] tables = {new long[ENTRIES]};

  /** How many entries of each table are present. */
  private int[] present = new int[1];

  /** Numbers of tables that were emptied, to be used again; the first {@code freed} count. */
  private int[] free = new int[1];

  private int freed;
  private int numbered = 1;

  @Override
  public void map(long page, PageTableEntry entry) {
    set(check(page), EntryBits.pack(entry));
  }

  /** Like {@link #map}, for a page that all address spaces share (the kernel's). */
  public void mapGlobal(long page, PageTableEntry entry) {
    set(check(page), EntryBits.pack(entry) | EntryBits.GLOBAL);
  }

  @Override
  public void unmap(long page) {
    remove(ROOT, LEVELS - 1, check(page));
  }

  @Override
  public Optional<PageTableEntry> walk(long page) {
    long bits = find(check(page));
    return bits == ABSENT ? Optional.empty() : Optional.of(EntryBits.unpack(bits));
  }

  /**
   * References to memory that a walk to this page makes: 4, or fewer if an upper level is absent.
   */
  public int levelsWalked(long page) {
    check(page);
    int table = ROOT;
    for (int level = LEVELS - 1; level > 0; level--) {
      long pointer = tables[table][index(page, level)];
      if (pointer == ABSENT) {
        return LEVELS - level;
      }
      table = EntryBits.frame(pointer);
    }
    return LEVELS;
  }

  /** Whether an {@link Mmu} has used this page since it was mapped; false if the page is absent. */
  public boolean accessed(long page) {
    return (find(check(page)) & EntryBits.ACCESSED) != 0;
  }

  /** Whether an {@link Mmu} has written to this page since it was mapped. */
  public boolean dirty(long page) {
    return (find(check(page)) & EntryBits.DIRTY) != 0;
  }

  /** How many tables there are now, the root included: 4 KiB each. */
  public int tables() {
    return numbered - freed;
  }

  /** The word of this page; {@link EntryBits#ABSENT} if it has none. */
  long find(long page) {
    int table = ROOT;
    for (int level = LEVELS - 1; level > 0; level--) {
      long pointer = tables[table][index(page, level)];
      if (pointer == ABSENT) {
        return ABSENT;
      }
      table = EntryBits.frame(pointer);
    }
    return tables[table][index(page, 0)];
  }

  /** Writes the word of this page, making the tables above it where they are missing. */
  void set(long page, long bits) {
    int table = ROOT;
    for (int level = LEVELS - 1; level > 0; level--) {
      int index = index(page, level);
      if (tables[table][index] == ABSENT) {
        long pointer = EntryBits.pointer(newTable());
        tables[table][index] = pointer;
        present[table]++;
      }
      table = EntryBits.frame(tables[table][index]);
    }
    int index = index(page, 0);
    if (tables[table][index] == ABSENT) {
      present[table]++;
    }
    tables[table][index] = bits;
  }

  /** Removes a page below this table; true if that took the table's last entry. */
  private boolean remove(int table, int level, long page) {
    int index = index(page, level);
    long bits = tables[table][index];
    if (bits == ABSENT) {
      return false;
    }
    if (level > 0) {
      int child = EntryBits.frame(bits);
      if (!remove(child, level - 1, page)) {
        return false;
      }
      freeTable(child);
    }
    tables[table][index] = ABSENT;
    return --present[table] == 0;
  }

  private int newTable() {
    if (freed > 0) {
      return free[--freed];
    }
    if (numbered == tables.length) {
      tables = Arrays.copyOf(tables, 2 * numbered);
      present = Arrays.copyOf(present, 2 * numbered);
    }
    tables[numbered] = new long[ENTRIES];
    return numbered++;
  }

  private void freeTable(int table) {
    if (freed == free.length) {
      free = Arrays.copyOf(free, 2 * freed);
    }
    free[freed++] = table; // all its entries are absent already
  }

  /** The nine bits of the page number that choose an entry at this level; level 3 is the root's. */
  private static int index(long page, int level) {
    return (int) (page >>> level * INDEX_BITS) & (ENTRIES - 1);
  }

  private static long check(long page) {
    if (page < 0 || page >= PAGES) {
      throw new IllegalArgumentException("page number must be from 0 to 2^36 - 1, got " + page);
    }
    return page;
  }
}
