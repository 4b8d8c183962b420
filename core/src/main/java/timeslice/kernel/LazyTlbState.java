package timeslice.kernel;

import timeslice.cpu.AddressSpaceRegister;

/**
 * Lazy TLB mode of one CPU: a kernel-only thread has no address space and borrows the one that is
 * loaded, so that coming back to it costs nothing.
 *
 * <p>While a CPU is lazy, an unmap elsewhere need not interrupt it; what it missed shows in the
 * address space's generation when it comes back. Source: {@code switch_mm_irqs_off} in {@code
 * arch/x86/mm/tlb.c} (FACTS §2.2, §2.3), for a CPU without tags.
 */
public final class LazyTlbState {
  private static final int NOTHING = -1;

  private final AddressSpaceRegister register;
  private int loaded = NOTHING;
  private long seen;
  private boolean lazy = true;

  /** A CPU that has just booted: no user address space is loaded. */
  public LazyTlbState(AddressSpaceRegister register) {
    this.register = register;
  }

  /**
   * A user thread of this address space is next.
   *
   * @param addressSpace 0 or more
   * @param generation how often the address space has lost or changed a page so far; it never falls
   */
  public void runUser(int addressSpace, long generation) {
    if (addressSpace < 0) {
      throw new IllegalArgumentException(
          "address space number must be 0 or more, got " + addressSpace);
    }
    if (addressSpace != loaded) {
      register.load(addressSpace);
      loaded = addressSpace;
      seen = generation;
    } else if (lazy && seen < generation) {
      register.flush();
      seen = generation;
    }
    lazy = false;
  }

  /** A kernel-only thread is next. */
  public void runKernelOnly() {
    lazy = true;
  }

  /** Whether an unmap in this address space, now, must interrupt this CPU. */
  public boolean needsInterrupt(int addressSpace) {
    return !lazy && addressSpace == loaded;
  }

  /** This CPU has forgotten, page by page, all that was lost up to this generation. */
  public void caughtUp(long generation) {
    seen = generation;
  }

  /** The interrupt of such an unmap, which moved the generation to this number. */
  public void interrupt(long generation) {
    register.flush();
    seen = generation;
  }
}
