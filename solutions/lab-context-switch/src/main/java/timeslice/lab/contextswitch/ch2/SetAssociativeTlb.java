package timeslice.lab.contextswitch.ch2;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/**
 * A set-associative TLB: the low bits of the page number choose a set, and a full set forgets that
 * one of its pages whose last use is furthest back.
 *
 * <p>Each set is a row of {@code ways} slots, the page used last in front, free slots at the end.
 * Hardware compares all ways of one set at once, which is why it has few of them.
 */
public final class SetAssociativeTlb implements Tlb {
  private static final long FREE = -1;

  private final int sets;
  private final int ways;
  private final long[] pages;
  private final @Nullable PageTableEntry[] entries;

  /** A TLB of this many sets, a power of two, with this many ways each, at least 1. */
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
    // A new page takes the last slot of its row: a free one, or the one used least recently.
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

  /** The first slot of the set that this page belongs to. */
  private int first(long page) {
    return (int) (page & (sets - 1)) * ways;
  }

  /** The slot that holds this page, or -1. */
  private int find(long page) {
    int first = first(page);
    for (int slot = first; slot < first + ways; slot++) {
      if (pages[slot] == page) {
        return slot;
      }
    }
    return -1;
  }

  /** Makes a page the first of its set; those before the slot move back by one. */
  private void moveToFront(int slot, long page, @Nullable PageTableEntry entry) {
    int first = first(page);
    System.arraycopy(pages, first, pages, first + 1, slot - first);
    System.arraycopy(entries, first, entries, first + 1, slot - first);
    pages[first] = page;
    entries[first] = entry;
  }
}
