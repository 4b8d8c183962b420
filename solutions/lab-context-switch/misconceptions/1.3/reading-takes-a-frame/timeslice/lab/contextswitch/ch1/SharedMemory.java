package timeslice.lab.contextswitch.ch1;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import timeslice.memory.PhysicalMemory;

/** Believes that a page needs a frame as soon as somebody looks at it. */
public final class SharedMemory {
  private static final int OFFSET_BITS = 12;

  private final PhysicalMemory memory;

  /** How many table entries name each frame. */
  private final int[] users;

  /** By process: page number to frame. */
  private final List<TreeMap<Long, Integer>> tables = new ArrayList<>();

  /** No processes yet; every frame that they will need comes from this memory. */
  public SharedMemory(PhysicalMemory memory) {
    this.memory = memory;
    this.users = new int[memory.frames()];
  }

  /** A new process without any frame. */
  public int newProcess() {
    tables.add(new TreeMap<>());
    return tables.size() - 1;
  }

  /** The byte at this address, as this process sees it; 0 where there is no frame yet. */
  public byte read(int process, long address) {
    return memory.read(frameOf(table(process), address >>> OFFSET_BITS), offset(address));
  }

  /** Writes one byte. The first write to a page gives it a frame. */
  public void write(int process, long address, byte value) {
    int frame = frameOf(table(process), address >>> OFFSET_BITS);
    memory.write(frame, offset(address), value);
  }

  /** Lets two table entries name one frame. */
  public void share(int owner, long ownerPage, int other, long otherPage) {
    TreeMap<Long, Integer> otherTable = table(other);
    int frame = frameOf(table(owner), ownerPage);
    users[frame]++; // before the old frame goes: it may be the same one
    Integer old = otherTable.put(otherPage, frame);
    if (old != null && --users[old] == 0) {
      memory.free(old);
    }
  }

  /** The frame of this page; it gets one if it has none. */
  private int frameOf(TreeMap<Long, Integer> table, long page) {
    Integer frame = table.get(page);
    if (frame != null) {
      return frame;
    }
    int fresh = memory.allocate();
    users[fresh] = 1;
    table.put(page, fresh);
    return fresh;
  }

  private TreeMap<Long, Integer> table(int process) {
    if (process < 0 || process >= tables.size()) {
      throw new IllegalArgumentException("there is no process " + process);
    }
    return tables.get(process);
  }

  private static int offset(long address) {
    return (int) (address & ((1 << OFFSET_BITS) - 1));
  }
}
