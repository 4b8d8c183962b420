package timeslice.kernel;

/** What a scheduling policy may know of the machine, now. */
public interface MachineView {

  /** The time, in nanoseconds from the start. */
  long now();

  /** How many hardware threads there are. */
  int cpus();

  /** How many hardware threads a core has. CPU c belongs to core c / hardwareThreads(). */
  int hardwareThreads();

  /** The thread that this CPU runs, -1 if it is idle. */
  int running(int cpu);

  /** The CPU that this thread ran on last, -1 if it has never run. */
  int lastCpu(int thread);

  /** The process of this thread, -1 for a kernel-only thread. */
  int process(int thread);

  /**
   * How much CPU time this thread's current burst still needs, in nanoseconds, as far as its body
   * can tell ({@link ThreadBody#ahead}).
   */
  long left(int thread);

  /** How long this CPU's thread has computed in its present turn, in nanoseconds. */
  long ranThisTurn(int cpu);

  /** How much this thread is worth beside others: 1024 is normal (Linux: nice 0). */
  int weight(int thread);
}
