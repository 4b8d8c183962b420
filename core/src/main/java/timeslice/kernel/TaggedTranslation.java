package timeslice.kernel;

import java.util.Arrays;
import timeslice.memory.Mmu;
import timeslice.trace.Kind;

/**
 * With tags: each CPU lends its few tags to address spaces, and empties only what stood under a tag
 * that somebody else gets, or whose address space has changed meanwhile.
 */
final class TaggedTranslation implements CpuTranslation {
  private static final int NOTHING = -1;

  private final Kernel kernel;
  private final int cpu;
  private final Mmu mmu;
  private final AsidSlots slots;

  /** Whose entries may stand under each tag. */
  private final int[] entriesOf;

  private int loaded = NOTHING;
  private boolean lazy = true;

  TaggedTranslation(Kernel kernel, int cpu, Mmu mmu, int tags) {
    this.kernel = kernel;
    this.cpu = cpu;
    this.mmu = mmu;
    slots = new AsidSlots(tags);
    entriesOf = new int[tags];
    Arrays.fill(entriesOf, NOTHING);
  }

  @Override
  public void runUser(ProcessMemory process) {
    if (process.process() == loaded && !lazy) {
      return;
    }
    int slot = slots.choose(process.process(), process.generation());
    if (process.process() != loaded) {
      mmu.switchTo(process.underTag(slot));
      loaded = process.process();
      kernel.trace().note(kernel.now(), Kind.TABLE_LOADED, cpu, loaded, NOTHING, 0);
    }
    if (slots.mustFlush()) {
      mmu.flush();
      int whose = entriesOf[slot] == NOTHING ? loaded : entriesOf[slot];
      kernel.trace().note(kernel.now(), Kind.FLUSHED, cpu, whose, NOTHING, 0);
    }
    entriesOf[slot] = loaded;
    lazy = false;
  }

  @Override
  public void runKernelOnly() {
    lazy = true;
  }

  @Override
  public boolean needsInterrupt(ProcessMemory process) {
    return !lazy && process.process() == loaded;
  }

  @Override
  public void forget(ProcessMemory process, long page) {
    mmu.invalidate(page);
    slots.caughtUp(process.process(), process.generation());
  }
}
