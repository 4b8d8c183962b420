package timeslice.cpu;

/**
 * What the machine charges, in CPU cycles. Every cost of the model stands here and nowhere else.
 *
 * @param tlbHit looking into the TLB, which every reference does first; a hit costs no more
 * @param walkReference one reference of a page table walk (a full four-level walk makes 4)
 * @param pageFault entering the kernel for a fault, repairing it, and coming back
 * @param switchDirect saving one thread's registers and kernel stack and restoring another's
 * @param tableSwitch pointing the MMU at another page table (x86: writing CR3), flushing nothing
 * @param flush forgetting all TLB entries of an address space
 * @param invalidate forgetting one page on one CPU (x86: INVLPG)
 * @param interrupt interrupting one other CPU and waiting until it has answered (IPI)
 * @param cacheMiss fetching one cache line from beyond the near caches
 */
public record Costs(
    long tlbHit,
    long walkReference,
    long pageFault,
    long switchDirect,
    long tableSwitch,
    long flush,
    long invalidate,
    long interrupt,
    long cacheMiss) {

  /** Round numbers for paper and pencil; a walk reference costs as much as main memory. */
  public static final Costs TEXTBOOK = new Costs(1, 100, 10_000, 1_000, 100, 100, 100, 2_000, 100);

  /**
   * A Cascade Lake at 2.5 GHz, in a noisy virtual machine: the order of magnitude, never the digit.
   * Measured, FACTS §3 (2.5 cycles are one nanosecond):
   *
   * <ul>
   *   <li>walkReference: a chase over 2,048 pages cost 24 ns a step and over 64 pages 1.3 ns; the
   *       difference by 4 levels, so it contains some data-cache misses
   *   <li>switchDirect: 1.3 µs one way over a pipe between threads, less 0.75 µs for the same
   *       system calls without a switch; 3.8 µs in Li, Ding and Shen, 2007, on older hardware
   *   <li>tableSwitch: processes took 0.1 µs longer than threads where the machine was quiet
   *   <li>interrupt: mapping and unmapping cost 6.5 µs alone, 15 µs beside a sibling thread
   *   <li>cacheMiss: 40 ns a step over 65,536 lines with huge pages
   * </ul>
   *
   * Not measured, common knowledge of the order only: tlbHit (hidden inside the first-level cache's
   * latency), pageFault (about a microsecond for a page that needs no disk), flush, invalidate.
   */
  public static final Costs CASCADE_LAKE =
      new Costs(1, 14, 2_500, 1_400, 250, 250, 150, 21_000, 100);

  /** Everything free: for runs that ask what happens and not what it costs. */
  public static final Costs FREE = new Costs(0, 0, 0, 0, 0, 0, 0, 0, 0);

  public Costs {
    check("tlbHit", tlbHit);
    check("walkReference", walkReference);
    check("pageFault", pageFault);
    check("switchDirect", switchDirect);
    check("tableSwitch", tableSwitch);
    check("flush", flush);
    check("invalidate", invalidate);
    check("interrupt", interrupt);
    check("cacheMiss", cacheMiss);
  }

  /** The same costs with another price for a reference of a walk. */
  public Costs withWalkReference(long cycles) {
    return new Costs(
        tlbHit,
        cycles,
        pageFault,
        switchDirect,
        tableSwitch,
        flush,
        invalidate,
        interrupt,
        cacheMiss);
  }

  private static void check(String name, long cycles) {
    if (cycles < 0) {
      throw new IllegalArgumentException(name + " must cost 0 cycles or more, got " + cycles);
    }
  }
}
