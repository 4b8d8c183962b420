package timeslice.trace;

/**
 * One event of a {@link Trace}, to be read by people: what the columns of each {@link Kind} mean
 * stands there, and {@link #toString} says it in words.
 *
 * @param time when, in nanoseconds from the start
 * @param cpu on which hardware thread, -1 for none
 */
public record TraceEvent(long time, Kind kind, int cpu, int who, int other, long value) {
  private static final ReadyCause[] CAUSES = ReadyCause.values();
  private static final StopReason[] REASONS = StopReason.values();
  private static final Choice[] CHOICES = Choice.values();
  private static final Limit[] LIMITS = Limit.values();

  @Override
  public String toString() {
    return "at " + time + " " + what();
  }

  private String what() {
    return switch (kind) {
      case THREAD_CREATED, READY, RUN, STOP, REFUSED -> ofThread();
      case TABLE_LOADED, FLUSHED, SHOT_DOWN, TOUCHED, PROCESS_CREATED, FREED -> ofMemory();
      case TASK_CREATED, TASK_READY, MOUNTED, UNMOUNTED, TASK_ENDED -> ofTask();
      case CAPTURED, COMPENSATED, STOLEN, ITERATION -> ofRuntime();
      case GIL_TAKEN, GIL_DROPPED, GIL_REQUESTED -> ofGil();
      case ACQUIRED, RELEASED, NOTIFIED, SENT, RECEIVED, PERMIT_TAKEN, PERMIT_RETURNED ->
          ofMeeting();
    };
  }

  private String ofThread() {
    String thread = "thread " + who;
    return switch (kind) {
      case THREAD_CREATED -> thread + " is created" + (other < 0 ? "" : " in process " + other);
      case READY ->
          thread + " is ready: " + CAUSES[other] + (value < 0 ? "" : " by thread " + value);
      case RUN -> "CPU " + cpu + " is given to " + thread + ": " + CHOICES[other] + overhead();
      case STOP -> thread + " leaves CPU " + cpu + ": " + REASONS[other] + object();
      default -> (who < 0 ? "nobody's" : thread + "'s") + " wish is refused: " + LIMITS[other];
    };
  }

  private String overhead() {
    return value == 0 ? "" : ", first instruction at " + (time + value);
  }

  private String object() {
    return switch (REASONS[other]) {
      case LOCK, CONDITION, SEMAPHORE, FUTURE, PIPE, GIL -> " " + value;
      case IO, SLEEP -> value > 0 ? " until " + value : "";
      default -> "";
    };
  }

  private String ofMemory() {
    return switch (kind) {
      case TABLE_LOADED -> "CPU " + cpu + " points at the page table of process " + who;
      case FLUSHED -> "CPU " + cpu + " forgets all translations of process " + who;
      case SHOT_DOWN ->
          "CPU " + cpu + " is told by CPU " + other + " to forget page " + value + " of " + who;
      case TOUCHED -> "thread " + who + " makes " + value + " accesses, " + other + " TLB misses";
      case PROCESS_CREATED -> "process " + who + " is created";
      default -> "object " + other + " is freed by task " + who;
    };
  }

  private String ofTask() {
    String task = "task " + who;
    return switch (kind) {
      case TASK_CREATED -> task + " is created" + (other < 0 ? "" : " by task " + other);
      case TASK_READY -> task + " is ready" + (other < 0 ? "" : ", woken by task " + other);
      case MOUNTED -> task + " is mounted on thread " + other;
      case UNMOUNTED -> task + " is unmounted from thread " + other + ": " + REASONS[(int) value];
      default -> task + (value == 0 ? " ends" : " fails");
    };
  }

  private String ofRuntime() {
    return switch (kind) {
      case CAPTURED -> "task " + who + " keeps thread " + other + " while it waits";
      case COMPENSATED -> "thread " + who + " stands in for thread " + other;
      case STOLEN -> "task " + who + " is stolen by thread " + other + " from thread " + value;
      default -> "loop " + who + " begins an iteration of " + value + " callbacks";
    };
  }

  private String ofGil() {
    String thread = "thread " + who;
    return switch (kind) {
      case GIL_TAKEN -> thread + " takes GIL " + other;
      case GIL_DROPPED -> thread + " drops GIL " + other + (value == 1 ? ", as requested" : "");
      default -> thread + " asks thread " + value + " for GIL " + other;
    };
  }

  private String ofMeeting() {
    String task = "task " + who;
    return switch (kind) {
      case ACQUIRED -> task + " takes lock " + other;
      case RELEASED -> task + " gives back lock " + other;
      case NOTIFIED ->
          task
              + " notifies condition "
              + other
              + (value < 0 ? ", where nobody waits" : " and wakes task " + value);
      case SENT -> task + " puts " + value + " bytes into pipe " + other;
      case RECEIVED -> task + " takes " + value + " bytes out of pipe " + other;
      case PERMIT_TAKEN -> task + " takes a permit of semaphore " + other;
      default -> task + " returns a permit of semaphore " + other;
    };
  }
}
