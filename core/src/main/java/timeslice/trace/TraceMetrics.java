package timeslice.trace;

/**
 * What a textbook measures on a run, from its {@link Trace}: times in nanoseconds. {@link Metrics}
 * measures finished slices; this knows who was ready and who waited, too.
 */
public final class TraceMetrics {
  private final TaskTimes tasks;
  private final long makespan;
  private final long[] busy;
  private final long[] switching;
  private long switches;
  private long flushes;
  private long tlbMisses;
  private long gilHandOffs;

  private TraceMetrics(Trace trace, int cpus) {
    tasks = new TaskTimes(trace);
    busy = new long[cpus];
    switching = new long[cpus];
    CpuTurn.forEach(trace, this::add);
    count(trace);
    makespan = lastTurnEnds(trace);
  }

  /**
   * Measures a run.
   *
   * @param cpus how many hardware threads the machine had
   */
  public static TraceMetrics of(Trace trace, int cpus) {
    return new TraceMetrics(trace, cpus);
  }

  private void add(CpuTurn turn) {
    switching[turn.cpu()] += turn.computesFrom() - turn.from();
    busy[turn.cpu()] += turn.end() - turn.computesFrom();
  }

  private void count(Trace trace) {
    IntColumn ranLast = new IntColumn(-1);
    IntColumn heldLast = new IntColumn(-1);
    for (int i = 0; i < trace.size(); i++) {
      switch (trace.kind(i)) {
        case RUN -> switches += isNew(ranLast, trace.cpu(i), trace.who(i)) ? 1 : 0;
        case FLUSHED -> flushes++;
        case TOUCHED -> tlbMisses += trace.other(i);
        case GIL_TAKEN -> {
          boolean first = heldLast.get(trace.other(i)) < 0;
          gilHandOffs += isNew(heldLast, trace.other(i), trace.who(i)) && !first ? 1 : 0;
        }
        default -> {
          // is not counted
        }
      }
    }
  }

  private static boolean isNew(IntColumn last, int where, int who) {
    boolean isNew = last.get(where) != who;
    last.set(where, who);
    return isNew;
  }

  private static long lastTurnEnds(Trace trace) {
    for (int i = trace.size() - 1; i >= 0; i--) {
      if (trace.kind(i) == Kind.STOP) {
        return trace.time(i);
      }
    }
    return 0;
  }

  /** The times of each task. */
  public TaskTimes tasks() {
    return tasks;
  }

  /** When the last thread leaves its CPU, 0 if nobody ran. */
  public long makespan() {
    return makespan;
  }

  /** How long this CPU executed instructions of threads; switching and idling do not count. */
  public long busy(int cpu) {
    return busy[cpu];
  }

  /** How long this CPU was being switched from thread to thread. */
  public long switching(int cpu) {
    return switching[cpu];
  }

  /** Share of the makespan in which this CPU executed instructions, from 0 to 1. */
  public double utilisation(int cpu) {
    return makespan == 0 ? 0 : (double) busy[cpu] / makespan;
  }

  /** Share of all CPU time up to the makespan in which instructions were executed, from 0 to 1. */
  public double utilisation() {
    double all = 0;
    for (int cpu = 0; cpu < busy.length; cpu++) {
      all += utilisation(cpu);
    }
    return all / busy.length;
  }

  /** How often a CPU was given to another thread than before; its first thread counts. */
  public long switches() {
    return switches;
  }

  /** How often a CPU forgot all translations of a process. */
  public long flushes() {
    return flushes;
  }

  /** How many accesses to memory missed the TLB. */
  public long tlbMisses() {
    return tlbMisses;
  }

  /** How often a GIL was taken by another thread than the one before. */
  public long gilHandOffs() {
    return gilHandOffs;
  }

  /** How many tasks ended per second, up to the makespan. */
  public double throughput() {
    return makespan == 0 ? 0 : tasks.ended() * 1e9 / makespan;
  }
}
