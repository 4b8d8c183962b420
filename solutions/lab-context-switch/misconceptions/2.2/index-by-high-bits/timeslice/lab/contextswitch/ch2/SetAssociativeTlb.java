package timeslice.lab.contextswitch.ch2;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/**
 * Believes that the set is chosen by the high bits of the page number, as a page is by those of an
 * address.
 */
public final class SetAssociativeTlb implements Tlb {
  private static final long FREE = -1;

  private final int sets;
  private final int ways;
  private final long[] pages;
  private final @Nullable PageTableEntry[] entries;

  public SetAssociativeTlb(int sets, int ways) {
    if (sets < 1 || Integer.bitCount(sets) != 1) {
      throw new IllegalArgumentException("the number of sets must be a power of two, got " + sets);
    }
    if (ways < 1) {
      throw new IllegalArgumentException("a set needs at least one way, got " + ways);
    }
    this.sets = sets;
    this.ways = ways;
    pages = new long[sets * ways];
    entries = new PageTableEntry[sets * ways];
    flush();
  }

  @Override
  public Optional<PageTableEntry> lookup(long page) {
    int slot = find(page);
    if (slot < 0) {
      return Optional.empty();
    }
    PageTableEntry entry = entries[slot];
    moveToFront(slot, page, entry);
    return Optional.ofNullable(entry);
  }

  @Override
  public void insert(long page, PageTableEntry entry) {
    int slot = find(page);
    moveToFront(slot < 0 ? first(page) + ways - 1 : slot, page, entry);
  }

  @Override
  public void invalidate(long page) {
    int slot = find(page);
    if (slot < 0) {
      return;
    }
    int last = first(page) + ways - 1;
    System.arraycopy(pages, slot + 1, pages, slot, last - slot);
    System.arraycopy(entries, slot + 1, entries, slot, last - slot);
    pages[last] = FREE;
    entries[last] = null;
  }

  @Override
  public void flush() {
    Arrays.fill(pages, FREE);
    Arrays.fill(entries, null);
  }

  private int first(long page) {
    return (int) ((page >>> 4) & (sets - 1)) * ways;
  }

  private int find(long page) {
    int first = first(page);
    for (int slot = first; slot < first + ways; slot++) {
      if (pages[slot] == page) {
        return slot;
      }
    }
    return -1;
  }

  private void moveToFront(int slot, long page, @Nullable PageTableEntry entry) {
    int first = first(page);
    System.arraycopy(pages, first, pages, first + 1, slot - first);
    System.arraycopy(entries, first, entries, first + 1, slot - first);
    pages[first] = page;
    entries[first] = entry;
  }
}
