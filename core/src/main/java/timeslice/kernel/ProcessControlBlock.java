package timeslice.kernel;

import timeslice.cpu.RegisterFile;
import timeslice.memory.PageTable;

/**
 * What a kernel keeps of a process with one thread while it is off the CPU (PCB): its number, its
 * registers and where its page table is.
 *
 * <p>All saved registers are 0 until the first {@link #save}.
 */
public final class ProcessControlBlock {
  private final int pid;
  private final PageTable pageTable;
  private final SavedRegisters saved = new SavedRegisters();

  public ProcessControlBlock(int pid, PageTable pageTable) {
    this.pid = pid;
    this.pageTable = pageTable;
  }

  /** The number of the process. */
  public int pid() {
    return pid;
  }

  /** The page table of the process: the table itself, shared by all its threads. */
  public PageTable pageTable() {
    return pageTable;
  }

  /** Keeps the value that each register has now, in place of what was kept before. */
  public void save(RegisterFile registers) {
    saved.save(registers);
  }

  /** Sets each register to the value that was kept; the kept values stay. */
  public void restore(RegisterFile registers) {
    saved.restore(registers);
  }

  @Override
  public String toString() {
    return "process " + pid;
  }
}
