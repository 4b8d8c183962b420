package timeslice.kernel;

/** The pieces of state that a running program has on Linux, each of a thread or of its process. */
public enum StatePiece {
  /** The address of the next instruction. */
  PROGRAM_COUNTER,
  /** The address of the top of the stack. */
  STACK_POINTER,
  /** The integer registers that code computes with, and the flags. */
  GENERAL_REGISTERS,
  /** Floating-point and SIMD registers (x86: XMM, YMM, ZMM). */
  VECTOR_REGISTERS,
  /** The register that thread-local variables are found by (x86-64: FS base). */
  TLS_BASE,
  /** The stack the kernel uses while it works for this program. */
  KERNEL_STACK,
  /** The bytes that the user-level stack lies in. */
  STACK_MEMORY,
  /** The machine instructions. */
  CODE,
  /** Global and static variables. */
  GLOBALS,
  /** What {@code malloc} and {@code new} hand out. */
  HEAP,
  /** The root of the page table (x86: CR3). */
  PAGE_TABLE_POINTER,
  /** The table of open file descriptors. */
  OPEN_FILES,
  /** The directory that relative paths start from. */
  WORKING_DIRECTORY,
  /** The function that is called for each signal. */
  SIGNAL_HANDLERS,
  /** The set of signals that are held back for now. */
  SIGNAL_MASK,
  /** Scheduling policy and priority. */
  SCHEDULING_CLASS,
  /** The set of CPUs it may run on. */
  CPU_AFFINITY,
  /** What {@code getpid()} answers. */
  PROCESS_ID,
  /** What {@code gettid()} answers. */
  THREAD_ID
}
