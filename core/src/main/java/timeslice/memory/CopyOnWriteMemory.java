package timeslice.memory;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Processes whose memory is shared after a fork until somebody writes: fork copies page tables,
 * never frames.
 *
 * <p>A page gets a frame at its first write; until then it reads as zero. Pages are 4 KiB. Source:
 * FACTS §1 #28; Linux mm/memory.c, {@code do_wp_page}, where the last owner of a page writes
 * without a copy.
 */
public final class CopyOnWriteMemory {
  private final PhysicalMemory memory;

  /** How many page tables point to each frame. */
  private final int[] owners;

  /** By process: page number to frame; empty once the process is gone. */
  private final List<TreeMap<Long, Integer>> tables = new ArrayList<>();

  public CopyOnWriteMemory(PhysicalMemory memory) {
    this.memory = memory;
    this.owners = new int[memory.frames()];
  }

  /** Starts a process with no page of its own. */
  public int newProcess() {
    tables.add(new TreeMap<>());
    return tables.size() - 1;
  }

  /** Starts a process that sees what this one sees; only the table is copied. */
  public int fork(int parent) {
    TreeMap<Long, Integer> child = new TreeMap<>(table(parent));
    for (int frame : child.values()) {
      owners[frame]++;
    }
    tables.add(child);
    return tables.size() - 1;
  }

  /** Ends a process; frames that were its own alone are given back. */
  public void exit(int process) {
    for (int frame : table(process).values()) {
      leave(frame);
    }
    tables.set(process, new TreeMap<>());
  }

  /** The byte at this address, as this process sees it. */
  public byte read(int process, long address) {
    Integer frame = table(process).get(PageSize.KIB_4.page(address));
    return frame == null ? 0 : memory.read(frame, PageSize.KIB_4.offset(address));
  }

  /** Writes a byte that no other process will see. */
  public void write(int process, long address, byte value) {
    TreeMap<Long, Integer> table = table(process);
    long page = PageSize.KIB_4.page(address);
    Integer old = table.get(page);
    int frame;
    if (old != null && owners[old] == 1) {
      frame = old;
    } else {
      frame = memory.allocate();
      owners[frame] = 1;
      table.put(page, frame);
      if (old != null) {
        memory.copy(old, frame);
        leave(old);
      }
    }
    memory.write(frame, PageSize.KIB_4.offset(address), value);
  }

  /** The frame of this page in this process; -1 if it has none. */
  public int frame(int process, long page) {
    Integer frame = table(process).get(page);
    return frame == null ? -1 : frame;
  }

  /** How many processes share this frame. */
  public int owners(int frame) {
    return owners[frame];
  }

  private void leave(int frame) {
    if (--owners[frame] == 0) {
      memory.free(frame);
    }
  }

  private TreeMap<Long, Integer> table(int process) {
    if (process < 0 || process >= tables.size()) {
      throw new IllegalArgumentException("there is no process " + process);
    }
    return tables.get(process);
  }
}
