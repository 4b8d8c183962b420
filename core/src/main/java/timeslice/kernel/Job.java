package timeslice.kernel;

/**
 * One request as a worker sees it: a CPU burst, then a wait for somebody else (disk, network).
 *
 * @param cpu how long it computes, 1 or more
 * @param io how long it then waits without a CPU, 0 or more, in the same unit
 */
public record Job(long cpu, long io) {
  public Job {
    if (cpu < 1) {
      throw new IllegalArgumentException("a job's CPU time must be 1 or more, got " + cpu);
    }
    if (io < 0) {
      throw new IllegalArgumentException("a job's I/O wait must be 0 or more, got " + io);
    }
  }

  @Override
  public String toString() {
    return "(cpu " + cpu + ", io " + io + ")";
  }
}
