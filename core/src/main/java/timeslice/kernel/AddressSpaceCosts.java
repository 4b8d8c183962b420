package timeslice.kernel;

import java.util.ArrayList;
import java.util.List;
import timeslice.cpu.Costs;
import timeslice.memory.Access;
import timeslice.memory.Mmu;
import timeslice.memory.PhysicalMemory;
import timeslice.trace.Kind;

/**
 * Costs of a machine with memory: each process has an address space that is paged on demand, each
 * hardware thread an MMU, and a switch costs what its MMU has to do for it.
 *
 * <p>Each hardware thread has a TLB of its own. Where two share a core, each has half of the core's
 * entries: on real processors they compete for all of them, and that is not modelled. Linux, too,
 * keeps its tags per logical CPU, so that siblings do not share entries.
 *
 * <p>Threads without a process (kernel-only ones) borrow the address space that is loaded, and so
 * do idle CPUs. Their own accesses to memory cost 1 ns each and go past the TLB, as if through one
 * huge global page.
 *
 * <p>Cycles become nanoseconds with each answer, rounded up.
 */
public final class AddressSpaceCosts implements HardwareCosts {
  private static final int NOBODY = -1;
  private static final int PAGE_BITS = 12;

  private final Kernel kernel;
  private final Costs costs;
  private final long megahertz;
  private final PhysicalMemory frames;
  private final List<ProcessMemory> processes = new ArrayList<>();
  private final Mmu[] mmus;
  private final CpuTranslation[] translations;

  AddressSpaceCosts(Kernel kernel, MemorySystem system) {
    this.kernel = kernel;
    costs = system.costs();
    megahertz = system.megahertz();
    frames = new PhysicalMemory(system.frames());
    mmus = new Mmu[kernel.cpus()];
    translations = new CpuTranslation[kernel.cpus()];
    for (int cpu = 0; cpu < mmus.length; cpu++) {
      mmus[cpu] = system.mmu(kernel.hardwareThreads(), frames);
      translations[cpu] =
          system.isTagged()
              ? new TaggedTranslation(kernel, cpu, mmus[cpu], system.tags())
              : new UntaggedTranslation(kernel, cpu, mmus[cpu]);
    }
  }

  @Override
  public long switchThread(int cpu, int from, int to) {
    return ns(costs.switchDirect() + enter(cpu, to));
  }

  @Override
  public long resume(int cpu, int thread) {
    return ns(enter(cpu, thread));
  }

  /** What the MMU does when this thread is next, in cycles. */
  private long enter(int cpu, int thread) {
    int process = kernel.process(thread);
    if (process < 0) {
      translations[cpu].runKernelOnly();
      return 0;
    }
    long before = mmus[cpu].cycles();
    translations[cpu].runUser(memory(process));
    return mmus[cpu].cycles() - before;
  }

  @Override
  public long touch(int cpu, int thread, long address, long stride, int count, Access access) {
    if (kernel.process(thread) < 0) {
      return count;
    }
    Mmu mmu = mmus[cpu];
    long cycles = mmu.cycles();
    long misses = mmu.misses();
    int done = 0;
    long at = address;
    while (done < count && mmu.translate(at, access) != Mmu.ABSENT) {
      at += stride;
      done++;
    }
    int missed = (int) (mmu.misses() - misses);
    kernel.trace().note(kernel.now(), Kind.TOUCHED, cpu, thread, missed, done);
    return done < count ? -1 - (at >>> PAGE_BITS) : ns(mmu.cycles() - cycles);
  }

  /**
   * A shootdown: the page goes from the table, then from the TLB of every CPU that might still use
   * it. The caller waits for each in turn; who is interrupted loses as much time, and that of
   * forgetting a page.
   */
  @Override
  public long unmap(int cpu, int thread, long page) {
    int process = kernel.process(thread);
    if (process < 0 || !memory(process).unmap(page, frames)) {
      return 0;
    }
    ProcessMemory memory = memory(process);
    translations[cpu].forget(memory, page);
    long cycles = costs.invalidate();
    for (int other = 0; other < translations.length; other++) {
      if (kernel.running(other) == NOBODY) {
        translations[other].runKernelOnly(); // idle since some time
      }
      if (other != cpu && translations[other].needsInterrupt(memory)) {
        translations[other].forget(memory, page);
        kernel.trace().note(kernel.now(), Kind.SHOT_DOWN, other, process, cpu, page);
        kernel.steal(other, ns(costs.interrupt() + costs.invalidate()));
        cycles += costs.interrupt();
      }
    }
    return ns(cycles);
  }

  private ProcessMemory memory(int process) {
    while (process >= processes.size()) {
      processes.add(new ProcessMemory(processes.size()));
    }
    return processes.get(process);
  }

  private long ns(long cycles) {
    return (cycles * 1000 + megahertz - 1) / megahertz;
  }

  /** The frame that holds this page of a process, -1 if none does: what its page table says. */
  public int frame(int process, long page) {
    return memory(process).table().walk(page).map(entry -> entry.frame()).orElse(NOBODY);
  }

  /** The MMU of this CPU, for its counters. */
  public Mmu mmu(int cpu) {
    return mmus[cpu];
  }

  /** How many frames are in use. */
  public int framesInUse() {
    return frames.inUse();
  }
}
