package timeslice.kernel;

import timeslice.cpu.RegisterFile;

/**
 * What a kernel keeps of one thread while it is off the CPU (TCB): its number, its registers and
 * the process it belongs to.
 *
 * <p>"TCB" is a role, not a small struct: Linux keeps one {@code task_struct} per thread, and the
 * threads of a process point to the same address space (FACTS 1, 8).
 */
public final class ThreadControlBlock {
  private final int tid;
  private final ProcessControlBlock process;
  private final SavedRegisters saved = new SavedRegisters();

  public ThreadControlBlock(int tid, ProcessControlBlock process) {
    this.tid = tid;
    this.process = process;
  }

  /** The number of the thread. */
  public int tid() {
    return tid;
  }

  /** The process whose address space this thread runs in. */
  public ProcessControlBlock process() {
    return process;
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
    return "thread " + tid + " of " + process;
  }
}
