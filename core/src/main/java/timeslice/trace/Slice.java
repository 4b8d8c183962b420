package timeslice.trace;

/**
 * One turn of a task on a CPU: from {@code start} on, up to and not including {@code end}.
 *
 * @param cpu number of the CPU, 0 or more
 * @param task number of the task, 0 or more
 * @param start when its first instruction runs, in the run's unit of time, 0 or more; a switch
 *     before it is not part of the turn
 * @param end when it leaves the CPU, later than {@code start}
 */
public record Slice(int cpu, int task, long start, long end) {
  public Slice {
    if (cpu < 0) {
      throw new IllegalArgumentException("CPU number must be 0 or more, got " + cpu);
    }
    if (task < 0) {
      throw new IllegalArgumentException("task number must be 0 or more, got " + task);
    }
    if (start < 0) {
      throw new IllegalArgumentException("a slice must start at 0 or later, got " + start);
    }
    if (end <= start) {
      throw new IllegalArgumentException(
          "a slice must end after its start " + start + ", got " + end);
    }
  }

  /** How long the task ran. */
  public long length() {
    return end - start;
  }

  @Override
  public String toString() {
    return "task " + task + " on CPU " + cpu + " [" + start + "," + end + ")";
  }
}
