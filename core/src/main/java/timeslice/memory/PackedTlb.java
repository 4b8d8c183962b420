package timeslice.memory;

import static timeslice.memory.EntryBits.ABSENT;
import static timeslice.memory.EntryBits.GLOBAL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The arrays inside every TLB of this package: tags and entries, set by set, each set in order of
 * use with the most recently used way first. That order is exact LRU, and needs no time stamps.
 *
 * <p>A tag is the address space and the page in one word; an entry is {@link EntryBits}. At most
 * one way answers for a page in an address space.
 */
final class PackedTlb {
  /** Address space numbers run from 0 to 4095, like x86's PCID. */
  static final int ASIDS = 1 << 12;

  private static final int PAGE_BITS = 36;
  private static final long PAGE = PageTable.PAGES - 1;

  /** The tag of an unused way: no page has it. */
  private static final long NOTHING = -1;

  private final int ways;
  private final int setMask;
  private final long[] tags;
  private final long[] entries;

  /** Whether a global entry was ever here: without one, a look for it can be spared. */
  private boolean hasGlobals;

  PackedTlb(int sets, int ways) {
    if (sets < 1 || Integer.bitCount(sets) != 1) {
      throw new IllegalArgumentException("sets must be a power of two, got " + sets);
    }
    if (ways < 1 || ways > Integer.MAX_VALUE / sets) {
      throw new IllegalArgumentException(
          "ways must be 1 or more, and sets times ways fit an int; got " + sets + " x " + ways);
    }
    this.ways = ways;
    this.setMask = sets - 1;
    this.tags = new long[sets * ways];
    this.entries = new long[sets * ways];
    flushAll();
  }

  static long tag(int asid, long page) {
    return (long) asid << PAGE_BITS | page;
  }

  /**
   * The entry for this tag, which becomes its set's most recently used; ABSENT on a miss.
   *
   * <p>Half of all references of a program repeat the last one's page, and a third the one's
   * before. These need one or two comparisons and no loop, so they come first, in a method that is
   * small enough to be compiled into its caller.
   */
  long find(long tag) {
    int first = firstWay(tag);
    if (tags[first] == tag) {
      return entries[first];
    }
    return findFurther(first, tag);
  }

  private long findFurther(int first, long tag) {
    int way = search(first, tag);
    if (way < 0) {
      return ABSENT;
    }
    long found = entries[way];
    makeRoom(first, way);
    tags[first] = tag; // a global entry may have come with another address space's
    entries[first] = found;
    return found;
  }

  /** Puts an entry first in its set, in place of one that answers for the tag or of the last. */
  void insert(long tag, long entry) {
    int first = firstWay(tag);
    int way = search(first, tag);
    makeRoom(first, way < 0 ? first + ways - 1 : way);
    tags[first] = tag;
    entries[first] = entry;
    hasGlobals |= (entry & GLOBAL) != 0;
  }

  /** Writes the entry of the tag that was found last. */
  void replaceFound(long tag, long entry) {
    entries[firstWay(tag)] = entry;
  }

  /** Forgets what answers for this tag. */
  void invalidate(long tag) {
    int first = firstWay(tag);
    int way = search(first, tag);
    if (way >= 0) {
      remove(first, way);
    }
  }

  /** Forgets what any address space remembers of this page. */
  void invalidateEverywhere(long page) {
    int first = firstWay(page);
    for (int way = first + ways - 1; way >= first; way--) {
      if (tags[way] != NOTHING && (tags[way] & PAGE) == page) {
        remove(first, way);
      }
    }
  }

  /** Forgets one address space; global entries stay. */
  void flush(int asid) {
    for (int first = 0; first < tags.length; first += ways) {
      for (int way = first + ways - 1; way >= first; way--) {
        if (tags[way] >>> PAGE_BITS == asid && (entries[way] & GLOBAL) == 0) {
          remove(first, way);
        }
      }
    }
  }

  void flushAll() {
    Arrays.fill(tags, NOTHING);
    Arrays.fill(entries, ABSENT);
  }

  /** The tags in one set, the most recently used first. */
  List<Long> tags(int set) {
    if (set < 0 || set > setMask) {
      throw new IllegalArgumentException("set must be from 0 to " + setMask + ", got " + set);
    }
    List<Long> used = new ArrayList<>();
    for (int way = set * ways; way < (set + 1) * ways && tags[way] != NOTHING; way++) {
      used.add(tags[way]);
    }
    return used;
  }

  /** Where in the arrays the set of this tag begins: the low bits of the page number choose it. */
  private int firstWay(long tag) {
    return ((int) tag & setMask) * ways;
  }

  /** The way that answers for this tag, or -1. */
  private int search(int first, long tag) {
    long[] tags = this.tags;
    int end = first + ways;
    for (int way = first; way < end; way++) {
      if (tags[way] == tag) {
        return way;
      }
    }
    return hasGlobals ? searchGlobal(first, tag & PAGE) : -1;
  }

  /** The way of a global entry for this page, whichever address space brought it, or -1. */
  private int searchGlobal(int first, long page) {
    for (int way = first; way < first + ways; way++) {
      if ((entries[way] & GLOBAL) != 0 && (tags[way] & PAGE) == page) {
        return way;
      }
    }
    return -1;
  }

  /** Moves the ways before this one back by one place, over it. */
  private void makeRoom(int first, int way) {
    long[] tags = this.tags;
    long[] entries = this.entries;
    for (int i = way; i > first; i--) {
      tags[i] = tags[i - 1];
      entries[i] = entries[i - 1];
    }
  }

  /** Empties a way and closes the gap, so that unused ways come last. */
  private void remove(int first, int way) {
    int last = first + ways - 1;
    for (int i = way; i < last; i++) {
      tags[i] = tags[i + 1];
      entries[i] = entries[i + 1];
    }
    tags[last] = NOTHING;
    entries[last] = ABSENT;
  }

  static long checkPage(long page) {
    if (page < 0 || page >= PageTable.PAGES) {
      throw new IllegalArgumentException("page number must be from 0 to 2^36 - 1, got " + page);
    }
    return page;
  }

  static int checkAsid(int asid) {
    if (asid < 0 || asid >= ASIDS) {
      throw new IllegalArgumentException(
          "address space number must be from 0 to " + (ASIDS - 1) + ", got " + asid);
    }
    return asid;
  }
}
