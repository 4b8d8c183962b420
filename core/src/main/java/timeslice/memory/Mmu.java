package timeslice.memory;

import java.util.Objects;
import timeslice.cpu.Costs;

/**
 * A memory management unit: it turns virtual addresses into physical ones, with a TLB whose entries
 * are tagged by address space, a four-level walk on a miss, protection, and accessed and dirty
 * bits.
 *
 * <p>Given physical memory, it pages on demand: the first touch of an absent page is a fault, after
 * which the page has a frame. Without, an absent page stays absent. Pages are 4 KiB, virtual
 * addresses run from 0 to 2^48 - 1 (the lower half of what x86-64 calls canonical).
 */
public final class Mmu {
  /** What {@link #translate} answers for a page fault. */
  public static final long ABSENT = -1;

  /** What {@link #translate} answers for a protection fault. */
  public static final long FORBIDDEN = -2;

  private static final int ADDRESS_BITS = 48;
  private static final int OFFSET_BITS = 12;
  private static final long WRITTEN = EntryBits.WRITABLE | EntryBits.DIRTY;

  private final PackedTlb tlb;
  private final Costs costs;
  private final Frames frames;

  private AddressSpace space = AddressSpace.empty(0);
  private RadixPageTable table = space.table();
  private long asidTag;

  private long references;
  private long misses;
  private long walkReferences;
  private long faults;
  private long switches;
  private long flushes;
  private long invalidations;

  /** Where frames for absent pages come from; -1 says that there are none to be had. */
  private interface Frames {
    int allocate();
  }

  /**
   * An MMU that reports absent pages.
   *
   * @param sets sets of the TLB, a power of two
   * @param ways entries of one set, 1 or more
   */
  public Mmu(int sets, int ways, Costs costs) {
    this(sets, ways, costs, () -> -1);
  }

  /**
   * An MMU that gives an absent page a frame of this memory when it is first touched; once all
   * frames are in use, an absent page stays absent.
   */
  public Mmu(int sets, int ways, Costs costs, PhysicalMemory memory) {
    this(sets, ways, costs, () -> memory.inUse() < memory.frames() ? memory.allocate() : -1);
    Objects.requireNonNull(memory, "memory");
  }

  private Mmu(int sets, int ways, Costs costs, Frames frames) {
    this.tlb = new PackedTlb(sets, ways);
    this.costs = Objects.requireNonNull(costs, "costs");
    this.frames = frames;
  }

  /** Translates one address, in words; {@link #translate} is the same in numbers. */
  public Translation access(long address, Access access) {
    long physical = translate(address, access);
    if (physical == ABSENT) {
      return new Translation.Absent(address >>> OFFSET_BITS);
    }
    if (physical == FORBIDDEN) {
      return new Translation.Forbidden(address >>> OFFSET_BITS, access);
    }
    return new Translation.Physical(physical);
  }

  /**
   * The physical address for a virtual one, or {@link #ABSENT} or {@link #FORBIDDEN}. This is the
   * path that every reference takes: it makes no object, and whatever is rare is in a method of its
   * own, so that what is left is small enough for the JIT compiler to put into its caller's loop.
   */
  public long translate(long address, Access access) {
    if (address >>> ADDRESS_BITS != 0) {
      throw new IllegalArgumentException("address must be from 0 to 2^48 - 1, got " + address);
    }
    references++;
    long tag = asidTag | address >>> OFFSET_BITS;
    long entry = tlb.find(tag);
    if (entry == EntryBits.ABSENT) {
      entry = walk(tag, access);
      if (entry < 0) {
        return entry;
      }
    } else if (access == Access.WRITE && (entry & WRITTEN) != WRITTEN) {
      entry = firstWrite(tag, entry);
      if (entry < 0) {
        return entry;
      }
    }
    return EntryBits.physical(entry, address);
  }

  /** A TLB miss: reads the page table and remembers what it says, unless that is a fault. */
  private long walk(long tag, Access access) {
    misses++;
    long page = tag & (PageTable.PAGES - 1);
    long entry = table.find(page);
    if (entry == EntryBits.ABSENT) {
      walkReferences += table.levelsWalked(page);
      faults++;
      int frame = frames.allocate();
      if (frame < 0) {
        return ABSENT;
      }
      entry = EntryBits.pointer(frame) | EntryBits.WRITABLE;
    } else {
      walkReferences += RadixPageTable.LEVELS;
    }
    long used = entry | EntryBits.ACCESSED;
    if (access == Access.WRITE) {
      if ((entry & EntryBits.WRITABLE) == 0) {
        faults++;
        return FORBIDDEN;
      }
      used |= EntryBits.DIRTY;
    }
    if (used != entry) {
      table.set(page, used);
    }
    tlb.insert(tag, used);
    return used;
  }

  /**
   * A write through a TLB entry that was only read so far. The MMU goes to the page table to set
   * the dirty bit there, and so meets the table as it is now, not as it was.
   */
  private long firstWrite(long tag, long cached) {
    if ((cached & EntryBits.WRITABLE) == 0) {
      faults++;
      return FORBIDDEN;
    }
    long page = tag & (PageTable.PAGES - 1);
    long entry = table.find(page);
    if ((entry & EntryBits.WRITABLE) == 0) {
      faults++;
      tlb.invalidate(tag);
      return entry == EntryBits.ABSENT ? ABSENT : FORBIDDEN;
    }
    long dirty = entry | EntryBits.ACCESSED | EntryBits.DIRTY;
    table.set(page, dirty);
    tlb.replaceFound(tag, dirty);
    return dirty;
  }

  /** The address space in use; at first an empty one with number 0. */
  public AddressSpace space() {
    return space;
  }

  /**
   * From now on translates for this address space. The TLB keeps what it has: tags tell whose it is
   * (x86: a CR3 write with the no-flush bit).
   */
  public void switchTo(AddressSpace next) {
    switches++;
    space = next;
    table = next.table();
    asidTag = PackedTlb.tag(next.asid(), 0);
  }

  /**
   * What a switch does on a machine without tags: forgets all entries of the address space in use,
   * except global ones, and goes on with the next.
   */
  public void switchAndFlush(AddressSpace next) {
    flush();
    switchTo(next);
  }

  /** Maps a page of the address space in use, and forgets what the TLB knew of it. */
  public void map(long page, PageTableEntry entry) {
    table.map(page, entry);
    invalidate(page);
  }

  /** Unmaps a page of the address space in use, and forgets what the TLB knew of it. */
  public void unmap(long page) {
    table.unmap(page);
    invalidate(page);
  }

  /** Forgets one page as the address space in use sees it, a global entry included. */
  public void invalidate(long page) {
    invalidations++;
    tlb.invalidate(asidTag | PackedTlb.checkPage(page));
  }

  /** Forgets the address space in use; global entries stay. */
  public void flush() {
    flushes++;
    tlb.flush(space.asid());
  }

  /** Forgets everything, global entries too. */
  public void flushAll() {
    flushes++;
    tlb.flushAll();
  }

  /** References that the TLB answered. */
  public long hits() {
    return references - misses;
  }

  /** References that needed a walk. */
  public long misses() {
    return misses;
  }

  /** References to memory made by walks. */
  public long walkReferences() {
    return walkReferences;
  }

  /** Faults of both kinds: page absent (paged in on demand or not) and access forbidden. */
  public long faults() {
    return faults;
  }

  /**
   * What all this has cost, in CPU cycles. Setting an accessed or dirty bit is not charged: it
   * happens once for many references.
   */
  public long cycles() {
    return references * costs.tlbHit()
        + walkReferences * costs.walkReference()
        + faults * costs.pageFault()
        + switches * costs.tableSwitch()
        + flushes * costs.flush()
        + invalidations * costs.invalidate();
  }
}
