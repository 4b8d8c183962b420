package timeslice.kernel;

/**
 * How one CPU keeps its TLB true while address spaces come and go. At any time it has one address
 * space loaded, or none since it booted; while it is lazy it may miss what happens to that, and
 * catches up when it comes back (FACTS §2.2, §2.3).
 */
interface CpuTranslation {

  /** A thread of this process is next. */
  void runUser(ProcessMemory process);

  /** A kernel-only thread is next, or nobody: the CPU is lazy, and keeps what it has loaded. */
  void runKernelOnly();

  /** Whether an unmap in this process, now, must interrupt this CPU. */
  boolean needsInterrupt(ProcessMemory process);

  /** Forgets a page that the process, which is loaded here, has just lost. */
  void forget(ProcessMemory process, long page);
}
