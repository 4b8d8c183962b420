package timeslice.kernel;

import timeslice.cpu.AddressSpaceRegister;
import timeslice.memory.Mmu;
import timeslice.trace.Kind;

/** Without tags: loading another address space empties the TLB. */
final class UntaggedTranslation implements CpuTranslation, AddressSpaceRegister {
  private static final int ONLY_TAG = 0;
  private static final int NOTHING = -1;

  private final Kernel kernel;
  private final int cpu;
  private final Mmu mmu;
  private final LazyTlbState lazy = new LazyTlbState(this);
  private ProcessMemory next = new ProcessMemory(NOTHING);
  private int loaded = NOTHING;

  UntaggedTranslation(Kernel kernel, int cpu, Mmu mmu) {
    this.kernel = kernel;
    this.cpu = cpu;
    this.mmu = mmu;
  }

  @Override
  public void runUser(ProcessMemory process) {
    next = process;
    lazy.runUser(process.process(), process.generation());
  }

  @Override
  public void runKernelOnly() {
    lazy.runKernelOnly();
  }

  @Override
  public boolean needsInterrupt(ProcessMemory process) {
    return lazy.needsInterrupt(process.process());
  }

  @Override
  public void forget(ProcessMemory process, long page) {
    mmu.invalidate(page);
    lazy.caughtUp(process.generation());
  }

  @Override
  public void load(int process) {
    if (loaded != NOTHING) { // a CPU that has just booted has nothing to forget
      flush();
    }
    mmu.switchTo(next.underTag(ONLY_TAG));
    loaded = process;
    kernel.trace().note(kernel.now(), Kind.TABLE_LOADED, cpu, process, NOTHING, 0);
  }

  @Override
  public void flush() {
    mmu.flush();
    kernel.trace().note(kernel.now(), Kind.FLUSHED, cpu, loaded, NOTHING, 0);
  }
}
