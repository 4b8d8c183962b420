package timeslice.lab.contextswitch.ch5;

import java.util.ArrayList;
import java.util.List;
import timeslice.cpu.AddressSpaceRegister;

/**
 * A CPU around the reader's {@link LazyTlb}: it counts generations and writes down what is done.
 */
final class LazyCpu implements AddressSpaceRegister {
  /** What the reader's code did to the register, such as {@code "load 3"}. */
  final List<String> done = new ArrayList<>();

  private final LazyTlb lazy = new LazyTlb(this);
  private final long[] generation = new long[1000];

  @Override
  public void load(int addressSpace) {
    done.add("load " + addressSpace);
  }

  @Override
  public void flush() {
    done.add("flush");
  }

  LazyCpu user(int addressSpace) {
    lazy.runUser(addressSpace, generation[addressSpace]);
    return this;
  }

  LazyCpu kernelOnly() {
    lazy.runKernelOnly();
    return this;
  }

  /** An unmap on another CPU; whether it interrupted this one. */
  boolean unmap(int addressSpace) {
    generation[addressSpace]++;
    boolean needed = lazy.needsInterrupt(addressSpace);
    if (needed) {
      lazy.interrupt(generation[addressSpace]);
    }
    return needed;
  }
}
