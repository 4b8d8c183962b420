package timeslice.trace;

/**
 * The times of every task of a run, in nanoseconds: when it came, first ran and ended, and how long
 * it was in each phase. Of a task that has not ended, they are those up to the end of the trace.
 */
public final class TaskTimes {
  /** What a time is that has not come. */
  public static final long NEVER = -1;

  private final LongColumn[] inPhase = new LongColumn[Phase.values().length];

  // Moments are kept one later than they are, so that 0 means "never".
  private final LongColumn arrival = new LongColumn();
  private final LongColumn mounted = new LongColumn();
  private final LongColumn firstRun = new LongColumn();
  private final LongColumn completion = new LongColumn();
  private int size;
  private int ended;
  private long taskTime;

  TaskTimes(Trace trace) {
    for (int phase = 0; phase < inPhase.length; phase++) {
      inPhase[phase] = new LongColumn();
    }
    TaskSpan.forEach(trace, this::add);
    follow(trace);
  }

  private void add(TaskSpan span) {
    inPhase[span.phase().ordinal()].add(span.task(), span.length());
  }

  private void follow(Trace trace) {
    TraceReplay before = new TraceReplay(trace);
    long last = 0;
    int alive = 0;
    for (int i = 0; i < trace.size(); i++) {
      long now = trace.time(i);
      int who = trace.who(i);
      taskTime += alive * (now - last);
      last = now;
      switch (trace.kind(i)) {
        case TASK_CREATED -> {
          arrival.set(who, now + 1);
          size = Math.max(size, who + 1);
          alive++;
        }
        case MOUNTED -> mounted.set(who, now + 1);
        case UNMOUNTED -> noteFirstRun(who, before, now);
        case STOP -> noteFirstRun(before.carriedBy(who), before, now);
        case TASK_ENDED -> {
          completion.set(who, now + 1);
          ended++;
          alive--;
        }
        default -> {
          // neither brings a task nor takes one away
        }
      }
      before.step();
    }
    for (int task = 0; task < size; task++) {
      noteFirstRun(task, before, trace.end());
    }
  }

  /** A task leaves its CPU; it has run if that is not before its first instruction. */
  private void noteFirstRun(int task, TraceReplay before, long now) {
    if (task < 0 || firstRun.get(task) != 0 || before.threadOf(task) < 0) {
      return;
    }
    int thread = before.threadOf(task);
    long start = Math.max(before.since(thread), mounted.get(task) - 1);
    if (before.thread(thread) == Phase.RUNNING && start <= now) {
      firstRun.set(task, start + 1);
    }
  }

  /** One more than the highest number of a task. */
  public int size() {
    return size;
  }

  /** How many tasks have ended. */
  public int ended() {
    return ended;
  }

  /** When this task came. */
  public long arrival(int task) {
    return arrival.get(task) - 1;
  }

  /** From a task's arrival to its first instruction, {@link #NEVER} if it has not run. */
  public long response(int task) {
    return firstRun.get(task) == 0 ? NEVER : firstRun.get(task) - arrival.get(task);
  }

  /** From a task's arrival to its end, {@link #NEVER} if it has not ended. */
  public long turnaround(int task) {
    return completion.get(task) == 0 ? NEVER : completion.get(task) - arrival.get(task);
  }

  /** How long this task was ready and did not run. */
  public long waiting(int task) {
    return in(Phase.READY, task);
  }

  /** How long this task was in a phase. */
  public long in(Phase phase, int task) {
    return inPhase[phase.ordinal()].get(task);
  }

  /** Mean response time of those that have run, 0 if nobody has. */
  public double meanResponse() {
    long sum = 0;
    int count = 0;
    for (int task = 0; task < size; task++) {
      boolean ran = response(task) != NEVER;
      sum += ran ? response(task) : 0;
      count += ran ? 1 : 0;
    }
    return count == 0 ? 0 : (double) sum / count;
  }

  /** Mean turnaround time of those that have ended, 0 if nobody has. */
  public double meanTurnaround() {
    return ended == 0 ? 0 : (double) totalTurnaround() / ended;
  }

  /** Mean time that a task was ready and did not run, 0 if there was no task. */
  public double meanWaiting() {
    long sum = 0;
    for (int task = 0; task < size; task++) {
      sum += waiting(task);
    }
    return size == 0 ? 0 : (double) sum / size;
  }

  /** The sum of the turnaround times of those that have ended: the ΣW of Little's law. */
  public long totalTurnaround() {
    long sum = 0;
    for (int task = 0; task < size; task++) {
      sum += Math.max(0, turnaround(task));
    }
    return sum;
  }

  /**
   * How many tasks there were, summed up over time up to the end of the trace: the ∫N dt of
   * Little's law. When all tasks have ended it is {@link #totalTurnaround} exactly (FACTS 5.2e).
   */
  public long taskTime() {
    return taskTime;
  }
}
