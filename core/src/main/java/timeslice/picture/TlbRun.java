package timeslice.picture;

import java.util.Arrays;
import java.util.function.Supplier;
import timeslice.memory.PageTableEntry;
import timeslice.memory.Tlb;

/**
 * A string of pages that went through a TLB, and what the TLB remembered after each.
 *
 * <p>A lookup is a use, so asking a TLB what it holds would change what it forgets next. Each step
 * is therefore replayed on a TLB of its own, which is fine for the few dozen steps of a picture.
 */
public final class TlbRun {
  /** Stands for no page: an empty slot, or nothing forgotten. */
  public static final long NONE = -1;

  private final long[] pages;
  private final boolean[] hits;
  private final long[][] slots;
  private final long[] forgotten;

  /**
   * Runs these pages through a TLB; every miss is followed by an insertion.
   *
   * @param newTlb makes an empty TLB, the same each time
   * @param entries how many pages it can remember
   */
  public TlbRun(Supplier<Tlb> newTlb, int entries, long... pages) {
    this.pages = pages.clone();
    this.hits = new boolean[pages.length];
    this.slots = new long[pages.length][];
    this.forgotten = new long[pages.length];
    long[] slot = new long[entries];
    Arrays.fill(slot, NONE);
    for (int step = 0; step < pages.length; step++) {
      hits[step] = run(newTlb.get(), step);
      forgotten[step] = NONE;
      for (int i = 0; i < entries; i++) {
        if (slot[i] != NONE && !remembered(newTlb, step, slot[i])) {
          forgotten[step] = slot[i];
          slot[i] = NONE;
        }
      }
      place(slot, pages[step]);
      slots[step] = slot.clone();
    }
  }

  /** Goes from an empty TLB up to this step; says whether the step itself hit. */
  private boolean run(Tlb tlb, int last) {
    boolean hit = false;
    for (int step = 0; step <= last; step++) {
      hit = tlb.lookup(pages[step]).isPresent();
      if (!hit) {
        tlb.insert(pages[step], PageTableEntry.of(0));
      }
    }
    return hit;
  }

  private boolean remembered(Supplier<Tlb> newTlb, int last, long page) {
    Tlb tlb = newTlb.get();
    run(tlb, last);
    return tlb.lookup(page).isPresent();
  }

  /** A page that is not in a slot yet takes the first free one. */
  private static void place(long[] slot, long page) {
    int free = -1;
    for (int i = slot.length - 1; i >= 0; i--) {
      if (slot[i] == page) {
        return;
      }
      if (slot[i] == NONE) {
        free = i;
      }
    }
    if (free < 0) {
      throw new IllegalArgumentException(
          "the TLB remembers more than "
              + slot.length
              + " pages, page "
              + page
              + " is one too many");
    }
    slot[free] = page;
  }

  /** How many references there were. */
  public int steps() {
    return pages.length;
  }

  /** How many pages the TLB can remember. */
  public int entries() {
    return slots.length == 0 ? 0 : slots[0].length;
  }

  /** The page that was used at this step; the first step is 0. */
  public long page(int step) {
    return pages[step];
  }

  /** Whether this step found its page in the TLB. */
  public boolean hit(int step) {
    return hits[step];
  }

  /** The page in this slot after this step, or {@link #NONE}. */
  public long slot(int step, int slot) {
    return slots[step][slot];
  }

  /** The page that was forgotten at this step, or {@link #NONE}. */
  public long forgotten(int step) {
    return forgotten[step];
  }

  /** How many of the first so many steps hit. */
  public int hits(int steps) {
    int count = 0;
    for (int step = 0; step < steps; step++) {
      count += hits[step] ? 1 : 0;
    }
    return count;
  }

  /** Six pages round and round is {@code loop(6, 60)}: pages 0 to 5, ten rounds. */
  public static long[] loop(int pages, int steps) {
    long[] string = new long[steps];
    for (int step = 0; step < steps; step++) {
      string[step] = step % pages;
    }
    return string;
  }
}
