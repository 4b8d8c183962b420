package timeslice.kernel;

import timeslice.cpu.Costs;
import timeslice.memory.Mmu;
import timeslice.memory.PhysicalMemory;

/**
 * The memory of a machine and what translating costs on it. A value; each {@code with…} gives
 * another one. What it does is said in {@link AddressSpaceCosts}.
 *
 * @param sets sets of each core's TLB, a power of two
 * @param ways entries of one set, 1 or more
 * @param tags how many address spaces a CPU can tell apart in its TLB (x86: PCIDs in use); 0: none,
 *     so that every change of address space flushes
 * @param costs what the hardware charges, in cycles
 * @param megahertz how many cycles there are in a microsecond, 1 or more
 * @param frames how many pages of 4 KiB fit into memory, 1 or more
 */
public record MemorySystem(int sets, int ways, int tags, Costs costs, int megahertz, int frames)
    implements HardwareCosts.Factory {
  private static final int SETS = 16; // Cascade Lake's first level for data, FACTS §3: 64 entries
  private static final int WAYS = 4;
  private static final int FRAMES = 1 << 16; // 256 MiB

  public MemorySystem {
    if (sets < 1 || Integer.bitCount(sets) != 1) {
      throw new IllegalArgumentException("sets must be a power of two, got " + sets);
    }
    if (ways < 1) {
      throw new IllegalArgumentException("ways must be 1 or more, got " + ways);
    }
    if (tags < 0 || tags > 4096) {
      throw new IllegalArgumentException("tags must be from 0 to 4096, got " + tags);
    }
    if (megahertz < 1) {
      throw new IllegalArgumentException("the clock needs 1 MHz or more, got " + megahertz);
    }
    if (frames < 1) {
      throw new IllegalArgumentException("memory needs 1 frame or more, got " + frames);
    }
  }

  /** A TLB of 16 sets of 4 that is flushed at every change of address space, and 256 MiB. */
  public static MemorySystem untagged(Costs costs) {
    return new MemorySystem(SETS, WAYS, 0, costs, clock(costs), FRAMES);
  }

  /** The same with tags, of which Linux uses six on each CPU. */
  public static MemorySystem tagged(Costs costs) {
    return untagged(costs).withTags(AsidSlots.LINUX);
  }

  /** A processor's own clock; for all other costs a cycle is a nanosecond. */
  private static int clock(Costs costs) {
    return costs.equals(Costs.CASCADE_LAKE) ? 2_500 : 1_000;
  }

  /** The same memory with this many tags, 0 for none. */
  public MemorySystem withTags(int number) {
    return new MemorySystem(sets, ways, number, costs, megahertz, frames);
  }

  /** The same memory with another TLB on each core. */
  public MemorySystem withTlb(int tlbSets, int tlbWays) {
    return new MemorySystem(tlbSets, tlbWays, tags, costs, megahertz, frames);
  }

  /** The same memory with another clock; 1,000 MHz make a cycle a nanosecond. */
  public MemorySystem withClock(int mhz) {
    return new MemorySystem(sets, ways, tags, costs, mhz, frames);
  }

  /** The same memory with room for this many pages. */
  public MemorySystem withFrames(int pages) {
    return new MemorySystem(sets, ways, tags, costs, megahertz, pages);
  }

  /** Whether TLB entries say whose they are. */
  public boolean isTagged() {
    return tags > 0;
  }

  @Override
  public AddressSpaceCosts create(Kernel kernel) {
    return new AddressSpaceCosts(kernel, this);
  }

  /**
   * One hardware thread's MMU: with a sibling, half of the core's sets, or ways if there is one.
   */
  Mmu mmu(int hardwareThreads, PhysicalMemory memory) {
    if (hardwareThreads == 1) {
      return new Mmu(sets, ways, costs, memory);
    }
    return sets > 1
        ? new Mmu(sets / 2, ways, costs, memory)
        : new Mmu(1, Math.max(1, ways / 2), costs, memory);
  }
}
