package timeslice.kernel;

import java.util.Arrays;

/**
 * One CPU's address-space slots: Linux lends an address space one of six tags (ASID, on x86 PCID)
 * at a time.
 *
 * <p>An address space that still owns a slot gets it back, with a flush only if the address space
 * has changed since (its generation moved). One that owns none takes the next slot in turn, round
 * robin and not by last use, and that slot is flushed. Source: {@code choose_new_asid} in {@code
 * arch/x86/mm/tlb.c} (FACTS §2.3), without AMD's global ASIDs.
 */
public final class AsidSlots {
  /** How many slots Linux keeps on a CPU ({@code TLB_NR_DYN_ASIDS}). */
  public static final int LINUX = 6;

  private static final int NOBODY = -1;

  private final int[] owner;
  private final long[] generation;
  private int next;
  private boolean mustFlush;
  private long flushes;

  /** Slots 0 to {@code slots - 1}, none of them owned. */
  public AsidSlots(int slots) {
    if (slots < 1) {
      throw new IllegalArgumentException("there must be at least 1 slot, got " + slots);
    }
    owner = new int[slots];
    generation = new long[slots];
    Arrays.fill(owner, NOBODY);
  }

  /**
   * The slot under which this CPU runs this address space from now on; {@link #mustFlush} then says
   * whether that slot's entries must go first.
   *
   * @param addressSpace 0 or more
   * @param current the address space's generation now, 0 or more; it never falls
   */
  public int choose(int addressSpace, long current) {
    if (addressSpace < 0) {
      throw new IllegalArgumentException(
          "address space number must be 0 or more, got " + addressSpace);
    }
    int slot = slotOf(addressSpace);
    mustFlush = slot == NOBODY || generation[slot] < current;
    if (slot == NOBODY) {
      slot = next;
      next = next + 1 < owner.length ? next + 1 : 0;
      owner[slot] = addressSpace;
    }
    generation[slot] = current;
    flushes += mustFlush ? 1 : 0;
    return slot;
  }

  /**
   * This CPU has forgotten, page by page, what this address space has lost up to this generation:
   * its slot need not be flushed for that.
   */
  public void caughtUp(int addressSpace, long current) {
    int slot = slotOf(addressSpace);
    if (slot != NOBODY) {
      generation[slot] = current;
    }
  }

  /** Whether the slot chosen last holds entries that are not true any more. */
  public boolean mustFlush() {
    return mustFlush;
  }

  /** How often a choice asked for a flush so far. */
  public long flushes() {
    return flushes;
  }

  /** How many slots there are. */
  public int size() {
    return owner.length;
  }

  /** The address space that owns this slot, -1 if none does. */
  public int owner(int slot) {
    return owner[slot];
  }

  private int slotOf(int addressSpace) {
    for (int slot = 0; slot < owner.length; slot++) {
      if (owner[slot] == addressSpace) {
        return slot;
      }
    }
    return NOBODY;
  }
}
