package timeslice.lab.contextswitch.ch5;

import timeslice.cpu.AddressSpaceRegister;

/**
 * Believes that the entries of the loaded address space stay true while a kernel-only thread runs.
 */
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
    }
    lazy = false;
  }

  /** A kernel-only thread is next: the register stays as it is. */
  public void runKernelOnly() {
    lazy = true;
  }

  /** Whether an unmap in this address space must interrupt this CPU now. */
  public boolean needsInterrupt(int addressSpace) {
    return !lazy && addressSpace == loaded;
  }

  /** The interrupt of such an unmap has arrived. */
  public void interrupt(long generation) {
    register.flush();
    seen = generation;
  }
}
