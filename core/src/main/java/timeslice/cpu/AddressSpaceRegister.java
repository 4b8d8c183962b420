package timeslice.cpu;

/**
 * The register that points at the root of the current page table, on a CPU without tags: CR3 on
 * x86, satp on RISC-V, TTBR0 on AArch64.
 */
public interface AddressSpaceRegister {

  /**
   * Points at another address space; without tags that empties the TLB, global (kernel) entries
   * excepted.
   */
  void load(int addressSpace);

  /** Empties the TLB, global entries excepted, and keeps pointing where it points. */
  void flush();
}
