package timeslice.memory;

import java.util.Objects;

/**
 * What a processor must know to translate for one process: the tag of its TLB entries and the table
 * to walk. On x86 both stand in register CR3.
 *
 * @param asid address space number, from 0 to 4095 (x86: PCID)
 */
public record AddressSpace(int asid, RadixPageTable table) {
  public AddressSpace {
    PackedTlb.checkAsid(asid);
    Objects.requireNonNull(table, "table");
  }

  /** A new address space in which nothing is mapped. */
  public static AddressSpace empty(int asid) {
    return new AddressSpace(asid, new RadixPageTable());
  }
}
