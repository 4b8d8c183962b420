package timeslice.lab.contextswitch.ch5;

import java.util.Arrays;
import timeslice.memory.TaggedTlb;

/**
 * Believes that the generation matters only when the slot is taken, and forgets that it caught up.
 */
public final class SixSlots {
  private static final int SLOTS = 6;
  private static final int NOBODY = -1;

  private final TaggedTlb tlb;
  private final int[] owner = new int[SLOTS];
  private final long[] seen = new long[SLOTS];
  private int next;

  public SixSlots(TaggedTlb tlb) {
    this.tlb = tlb;
    Arrays.fill(owner, NOBODY);
  }

  /** The slot that this address space owns from now on, free of entries that are not true. */
  public int switchTo(int addressSpace, long generation) {
    if (addressSpace < 0) {
      throw new IllegalArgumentException(
          "address space number must be 0 or more, got " + addressSpace);
    }
    int slot = slotOf(addressSpace);
    boolean stale = slot == NOBODY || seen[slot] < generation;
    if (slot == NOBODY) {
      slot = next;
      next = (next + 1) % SLOTS;
      owner[slot] = addressSpace;
      seen[slot] = generation;
    }
    if (stale) {
      tlb.flush(slot);
    }
    return slot;
  }

  private int slotOf(int addressSpace) {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (owner[slot] == addressSpace) {
        return slot;
      }
    }
    return NOBODY;
  }
}
