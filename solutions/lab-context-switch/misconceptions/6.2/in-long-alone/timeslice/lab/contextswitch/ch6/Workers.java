package timeslice.lab.contextswitch.ch6;

/** Believes that a product of two numbers that fit a long fits too. */
public final class Workers {
  private Workers() {}

  /** ⌈cores · (cpu + wait) / cpu⌉ = cores + ⌈cores · wait / cpu⌉. */
  public static long count(int cores, long cpu, long wait) {
    if (cores < 1) {
      throw new IllegalArgumentException("there must be at least 1 core, got " + cores);
    }
    if (cpu < 1) {
      throw new IllegalArgumentException("a job's CPU time must be 1 or more, got " + cpu);
    }
    if (wait < 0) {
      throw new IllegalArgumentException("a job's wait must be 0 or more, got " + wait);
    }
    return cores + (cores * wait + cpu - 1) / cpu;
  }
}
