package timeslice.lab.contextswitch.ch1;

import java.util.TreeMap;
import timeslice.memory.PhysicalMemory;

/** Believes that a fork copies the memory of the parent. */
public final class CopyOnWrite {
  private static final int OFFSET_BITS = 12;
  private static final int VALUE_OFFSET = 8;

  private final PhysicalMemory memory;

  /** How many processes use each frame. */
  private final int[] owners;

  /** Page number to frame, by process; a process that has exited is not in here. */
  private final TreeMap<Integer, TreeMap<Long, Integer>> tables = new TreeMap<>();

  private int processes;

  /** No processes yet; every frame that they will need comes from this memory. */
  public CopyOnWrite(PhysicalMemory memory) {
    this.memory = memory;
    this.owners = new int[memory.frames()];
  }

  /** A new process without any frame. */
  public int newProcess() {
    tables.put(processes, new TreeMap<>());
    return processes++;
  }

  /** Copies the table and no frame. */
  public int fork(int parent) {
    TreeMap<Long, Integer> copy = new TreeMap<>(table(parent));
    copy.replaceAll(
        (page, frame) -> {
          int mine = memory.allocate();
          memory.copy(frame, mine);
          owners[mine] = 1;
          return mine;
        });
    tables.put(processes, copy);
    return processes++;
  }

  /** The byte at this address, as this process sees it; 0 where nothing was ever written. */
  public byte read(int process, long address) {
    Integer frame = table(process).get(address >>> OFFSET_BITS);
    return frame == null ? 0 : memory.read(frame, offset(address));
  }

  /** Writes one byte, for this process alone. */
  public void write(int process, long address, byte value) {
    memory.write(frameForWriting(table(process), address >>> OFFSET_BITS), offset(address), value);
  }

  /** A frame that nobody else uses: the page's own, a copy of it, or a fresh one. */
  private int frameForWriting(TreeMap<Long, Integer> table, long page) {
    Integer old = table.get(page);
    if (old != null && owners[old] == 1) {
      return old;
    }
    int mine = memory.allocate();
    owners[mine] = 1;
    table.put(page, mine);
    if (old != null) {
      memory.copy(old, mine);
      owners[old]--; // not to 0: it was more than 1
    }
    return mine;
  }

  /** Ends a process. Frames that nobody else uses go back to the memory. */
  public void exit(int process) {
    for (int frame : table(process).values()) {
      if (--owners[frame] == 0) {
        memory.free(frame);
      }
    }
    tables.remove(process);
  }

  /** To look at an object, an interpreter with reference counts writes to it, twice. */
  public byte readObject(int process, long object) {
    write(process, object, (byte) (read(process, object) + 1));
    byte value = read(process, object + VALUE_OFFSET);
    write(process, object, (byte) (read(process, object) - 1));
    return value;
  }

  private TreeMap<Long, Integer> table(int process) {
    TreeMap<Long, Integer> table = tables.get(process);
    if (table == null) {
      throw new IllegalArgumentException("there is no process " + process);
    }
    return table;
  }

  private static int offset(long address) {
    return (int) (address & ((1 << OFFSET_BITS) - 1));
  }
}
