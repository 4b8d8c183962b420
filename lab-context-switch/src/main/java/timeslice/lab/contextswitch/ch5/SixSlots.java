package timeslice.lab.contextswitch.ch5;

import static timeslice.Todo.todo;

import timeslice.memory.TaggedTlb;

/**
 * Exercise 5.2: one CPU's six address-space slots, as Linux lends them out. The number of a slot, 0
 * to 5, is the tag (ASID) under which its owner's entries stand in the TLB.
 */
public final class SixSlots {

  /**
   * Six slots that nobody owns yet.
   *
   * @param tlb this CPU's TLB, which may hold entries under any tag
   */
  public SixSlots(TaggedTlb tlb) {
    todo("5.2: keep the TLB; nobody owns a slot yet");
  }

  /**
   * This CPU is about to run this address space.
   *
   * <p>If it owns a slot, it keeps it; the slot is flushed only if the address space's generation
   * has moved since its last call. If it owns none, it takes the next slot in turn (0, 1, … 5, 0 …,
   * one further each time a slot is taken, whoever used which last); that slot's owner loses it,
   * and the slot is flushed. No other slot is touched.
   *
   * @param addressSpace number of the address space, 0 or more
   * @param generation how often this address space has lost or changed a page so far, 0 or more; it
   *     never falls
   * @return the slot that it owns from now on
   * @throws IllegalArgumentException with the bad value in its sentence, if the address
   *     space's number is negative; nobody calls with a negative generation
   */
  public int switchTo(int addressSpace, long generation) {
    return todo("5.2: find or take a slot, flush it only where you must");
  }
}
