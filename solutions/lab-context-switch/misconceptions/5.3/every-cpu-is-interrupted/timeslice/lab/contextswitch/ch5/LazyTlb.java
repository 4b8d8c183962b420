package timeslice.lab.contextswitch.ch5;

import timeslice.cpu.AddressSpaceRegister;

/** Believes that an unmap interrupts every CPU that runs a user thread. */
public final class LazyTlb {
  private static final int NOTHING = -1;

  private final AddressSpaceRegister register;
  private int loaded = NOTHING;
  private long seen;
  private boolean lazy = true;

  public LazyTlb(AddressSpaceRegister register) {
    this.register = register;
  }

  /** A thread of this address space is next: load, flush, or nothing. */
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
      // While lazy this CPU was spared the interrupts; now it makes up for them, once.
      register.flush();
      seen = generation;
    }
    lazy = false;
  }

  /** A kernel-only thread is next: the register stays as it is. */
  public void runKernelOnly() {
    lazy = true;
  }

  /** Whether an unmap in this address space must interrupt this CPU now. */
  public boolean needsInterrupt(int addressSpace) {
    return !lazy;
  }

  /** The interrupt of such an unmap has arrived. */
  public void interrupt(long generation) {
    register.flush();
    seen = generation;
  }
}
