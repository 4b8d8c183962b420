package timeslice.cpu;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import timeslice.memory.Access;
import timeslice.memory.PageSize;
import timeslice.memory.PageTable;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;
import timeslice.memory.Translation;

/**
 * A hardware thread (a logical CPU): one set of registers, one page-table pointer, one TLB. Pages
 * are 4 KiB.
 *
 * <p>Its TLB has no address-space tags, and loading another page table leaves it as it was:
 * emptying it is the kernel's business, as on RISC-V (an x86 CPU without PCID empties it by itself
 * when CR3 is written; see FACTS 1, 4).
 */
public final class Cpu {
  private static final int WALK_REFERENCES = 4; // one for each level of x86-64's tree (48 bits)

  private final int id;
  private final RegisterFile registers = new RegisterFile();
  private final CountingTlb tlb;
  private final Costs costs;
  private @Nullable PageTable loaded;
  private long pageTableLoads;
  private long hits;
  private long misses;

  /**
   * A CPU with all registers 0 and no page table loaded.
   *
   * @param tlb its TLB, used by nobody else
   */
  public Cpu(int id, Tlb tlb, Costs costs) {
    this.id = id;
    this.tlb = new CountingTlb(tlb);
    this.costs = costs;
  }

  /** The number of this CPU. */
  public int id() {
    return id;
  }

  /** Its registers; there is one set. */
  public RegisterFile registers() {
    return registers;
  }

  /** Its TLB. */
  public CountingTlb tlb() {
    return tlb;
  }

  /** Points it to another page table (x86: writes CR3; RISC-V: writes satp). */
  public void loadPageTable(PageTable table) {
    loaded = table;
    pageTableLoads++;
  }

  /** Whether it translates by this very table. */
  public boolean hasLoaded(PageTable table) {
    return loaded == table;
  }

  /**
   * Translates as hardware does: TLB first, then the loaded table; only what is found is cached.
   */
  public Translation access(long address, Access access) {
    long page = PageSize.KIB_4.page(address);
    Optional<PageTableEntry> cached = tlb.lookup(page);
    if (cached.isPresent()) {
      hits++;
    } else {
      misses++;
    }
    Optional<PageTableEntry> entry = cached.isPresent() ? cached : walkAhead(page);
    if (entry.isEmpty()) {
      return new Translation.Absent(page);
    }
    if (!entry.get().protection().allows(access)) {
      return new Translation.Forbidden(page, access);
    }
    int offset = PageSize.KIB_4.offset(address);
    return new Translation.Physical(PageSize.KIB_4.address(entry.get().frame(), offset));
  }

  /**
   * Walks the loaded table for this page and caches what it finds. Hardware may do this at any
   * moment, for any page, ahead of the program.
   */
  public Optional<PageTableEntry> walkAhead(long page) {
    if (loaded == null) {
      throw new IllegalStateException(
          "CPU " + id + " has no page table loaded: call loadPageTable before the first access");
    }
    Optional<PageTableEntry> entry = loaded.walk(page);
    entry.ifPresent(found -> tlb.insert(page, found));
    return entry;
  }

  /** How often the page-table pointer was written. */
  public long pageTableLoads() {
    return pageTableLoads;
  }

  /** Accesses that the TLB answered. */
  public long hits() {
    return hits;
  }

  /** Accesses that needed a walk. */
  public long misses() {
    return misses;
  }

  /** What translating has cost so far: lookups, walks, pointer writes, flushes, invalidations. */
  public long cycles() {
    return (hits + misses) * costs.tlbHit()
        + misses * WALK_REFERENCES * costs.walkReference()
        + pageTableLoads * costs.tableSwitch()
        + tlb.flushes() * costs.flush()
        + tlb.invalidations() * costs.invalidate();
  }

  @Override
  public String toString() {
    return "CPU " + id;
  }
}
