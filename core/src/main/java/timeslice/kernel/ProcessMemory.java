package timeslice.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import timeslice.memory.AddressSpace;
import timeslice.memory.PhysicalMemory;
import timeslice.memory.RadixPageTable;

/**
 * The memory of one process as the kernel keeps it: its page table, and a generation that moves
 * whenever a page is lost (Linux: {@code mm_struct} and its {@code tlb_gen}, FACTS §2.3).
 */
final class ProcessMemory {
  private final int process;
  private final RadixPageTable table = new RadixPageTable();
  private @Nullable AddressSpace[] spaces = new AddressSpace[1];
  private long generation;

  ProcessMemory(int process) {
    this.process = process;
  }

  /** The number of the process. */
  int process() {
    return process;
  }

  RadixPageTable table() {
    return table;
  }

  /** How many pages it has lost so far. */
  long generation() {
    return generation;
  }

  /** The same page table under this tag; made once, since a CPU asks at every switch. */
  AddressSpace underTag(int asid) {
    if (asid >= spaces.length) {
      spaces = Arrays.copyOf(spaces, asid + 1);
    }
    AddressSpace space = spaces[asid];
    if (space == null) {
      space = new AddressSpace(asid, table);
      spaces[asid] = space;
    }
    return space;
  }

  /** Loses this page and gives its frame back; false if it was not there. */
  boolean unmap(long page, PhysicalMemory frames) {
    return table
        .walk(page)
        .map(
            entry -> {
              table.unmap(page);
              frames.free(entry.frame());
              generation++;
              return true;
            })
        .orElse(false);
  }
}
