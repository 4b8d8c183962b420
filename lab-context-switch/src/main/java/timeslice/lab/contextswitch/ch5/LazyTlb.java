package timeslice.lab.contextswitch.ch5;

import static timeslice.Todo.todo;

import timeslice.cpu.AddressSpaceRegister;

/**
 * Exercise 5.3: what one CPU without tags does with its address-space register when user threads
 * and kernel-only threads take turns. A kernel-only thread has no address space of its own: it
 * borrows the one that is loaded. While it runs, the CPU is lazy.
 */
public final class LazyTlb {

  /**
   * A CPU that has just booted: it runs a kernel-only thread, and no user address space is loaded.
   *
   * @param register load and flush are all that may be done to it, and both cost
   */
  public LazyTlb(AddressSpaceRegister register) {
    todo("5.3: keep the register; nothing is loaded, and the CPU is lazy");
  }

  /**
   * A thread of this address space is next. Does as little as it can: one load if another address
   * space is loaded; one flush if the right one is loaded, the CPU was lazy, and the generation has
   * moved past what this CPU has seen of it; otherwise nothing. While one
   * of its threads runs here, the generation is never beyond what the last interrupt brought.
   *
   * @param addressSpace number of the address space, 0 or more
   * @param generation how often this address space has lost or changed a page so far, 0 or more; it
   *     never falls
   * @throws IllegalArgumentException with the bad value in its sentence, if the address
   *     space's number is negative; nobody calls with a negative generation
   */
  public void runUser(int addressSpace, long generation) {
    todo("5.3: load, flush, or nothing");
  }

  /** A kernel-only thread is next: the register stays as it is. */
  public void runKernelOnly() {
    todo("5.3: remember that this CPU is lazy now");
  }

  /**
   * Whether an unmap in this address space, on another CPU, must interrupt this one now: only if
   * one of its user threads is running here.
   */
  public boolean needsInterrupt(int addressSpace) {
    return todo("5.3: is a user thread of this address space running here?");
  }

  /**
   * The interrupt of such an unmap has arrived: flush, and remember that this CPU has seen this
   * generation of the address space that is loaded.
   */
  public void interrupt(long generation) {
    todo("5.3: flush and remember");
  }
}
