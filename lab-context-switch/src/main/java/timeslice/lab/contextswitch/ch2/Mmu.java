package timeslice.lab.contextswitch.ch2;

import static timeslice.Todo.todo;

import timeslice.cpu.Costs;
import timeslice.memory.Access;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;
import timeslice.memory.Translation;

/**
 * Exercise 2.3: a memory management unit. Pages are 4 KiB, addresses run from 0 to 2^48 - 1.
 *
 * <p>It asks the TLB first; on a miss it walks the page table, and remembers the entry it found if
 * the access may go ahead. It counts what happened and what that cost.
 */
public final class Mmu {

  /**
   * An MMU that has done nothing yet.
   *
   * @param tlb any TLB; it may forget what it likes, whenever it likes
   * @param table the truth
   * @param costs what is charged, in cycles, see {@link #cycles()}
   */
  public Mmu(Tlb tlb, PageTable table, Costs costs) {
    todo("2.3: keep these three, all counters are 0");
  }

  /**
   * Translates one address.
   *
   * @return {@link Translation.Physical} if the access goes ahead, {@link Translation.Absent} (page
   *     number) if the page table has no entry, {@link Translation.Forbidden} (page number, access)
   *     if the entry forbids it
   */
  public Translation access(long address, Access access) {
    return todo("2.3: TLB, else walk; what failed is not remembered; count");
  }

  /** Maps a page in the page table. The TLB may know an older entry, and must not use it again. */
  public void map(long page, PageTableEntry entry) {
    todo("2.3: change the table, and make the TLB forget this page and no other");
  }

  /** Unmaps a page in the page table; the TLB must not use what it knew. */
  public void unmap(long page) {
    todo("2.3: change the table, and make the TLB forget this page and no other");
  }

  /** How many accesses found their page in the TLB, whatever came of them. */
  public long hits() {
    return todo("2.3: accesses that the TLB answered");
  }

  /** How many accesses did not find their page in the TLB, whatever came of them. */
  public long misses() {
    return todo("2.3: accesses that needed a walk");
  }

  /** How many accesses were answered {@code Absent} or {@code Forbidden}. */
  public long faults() {
    return todo("2.3: accesses that did not go ahead");
  }

  /**
   * What it has cost so far: {@code tlbHit} for every access, hit or miss; for every miss four
   * times {@code walkReference} on top; {@code pageFault} for every fault, of either kind; {@code
   * invalidate} for every {@link #map} and every {@link #unmap}.
   */
  public long cycles() {
    return todo("2.3: cycles of all accesses, walks, faults and invalidations so far");
  }
}
