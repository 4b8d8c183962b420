package timeslice.trace;

/**
 * A trace gone through once more, event by event: where every thread and every task is after the
 * event that was stepped over last. What reads a trace asks this instead of counting by itself.
 *
 * <p>It believes everything: whether an event was allowed is for the checkers to say, which look at
 * the state before it. A step takes constant time.
 */
public final class TraceReplay {
  private static final int NOBODY = -1;
  private static final Phase[] PHASES = Phase.values();
  private static final StopReason[] REASONS = StopReason.values();

  private final Trace trace;
  private int next;

  private final IntColumn threadPhase = new IntColumn(Phase.ABSENT.ordinal());
  private final LongColumn threadSince = new LongColumn();
  private final IntColumn threadCpu = new IntColumn(NOBODY);
  private final IntColumn threadReason = new IntColumn(StopReason.ENDED.ordinal());
  private final IntColumn threadTask = new IntColumn(NOBODY);
  private final IntColumn threadOnCpu = new IntColumn(NOBODY);
  private int threads;
  private int ready;
  private int busy;

  private final IntColumn taskPhase = new IntColumn(Phase.ABSENT.ordinal());
  private final IntColumn taskReason = new IntColumn(StopReason.ENDED.ordinal());
  private final IntColumn taskThread = new IntColumn(NOBODY);
  private final IntColumn taskCaptures = new IntColumn(0);
  private final IntColumn taskWoken = new IntColumn(0);
  private int tasks;

  /** Stands before the first event. */
  public TraceReplay(Trace trace) {
    this.trace = trace;
  }

  /** How many events have been stepped over; the next one has this number. */
  public int next() {
    return next;
  }

  /** Steps over the next event; false if there is none. */
  public boolean step() {
    if (next == trace.size()) {
      return false;
    }
    int i = next++;
    int who = trace.who(i);
    switch (trace.kind(i)) {
      case THREAD_CREATED -> move(who, Phase.WAITING, trace.time(i));
      case READY -> move(who, Phase.READY, trace.time(i));
      case RUN -> run(i, who, trace.cpu(i));
      case STOP -> stop(i, who, trace.cpu(i));
      case TASK_CREATED -> moveTask(who, Phase.READY);
      case TASK_READY -> wakeTask(who);
      case MOUNTED -> mount(who, trace.other(i));
      case UNMOUNTED -> unmount(who, trace.other(i), REASONS[(int) trace.value(i)]);
      case TASK_ENDED -> moveTask(who, Phase.ENDED);
      case CAPTURED -> taskCaptures.set(who, 1);
      default -> {
        // says nothing of where anybody is
      }
    }
    return true;
  }

  // ---- threads ----

  private void move(int thread, Phase to, long at) {
    ready -= thread(thread) == Phase.READY ? 1 : 0;
    ready += to == Phase.READY ? 1 : 0;
    threadPhase.set(thread, to.ordinal());
    threadSince.set(thread, at);
    threads = Math.max(threads, thread + 1);
  }

  private void run(int i, int thread, int cpu) {
    busy += runningOn(cpu) == NOBODY ? 1 : 0;
    threadOnCpu.set(cpu, thread);
    threadCpu.set(thread, cpu);
    move(thread, Phase.RUNNING, trace.time(i) + trace.value(i));
    if (threadTask.get(thread) != NOBODY) {
      taskCaptures.set(threadTask.get(thread), 0);
    }
  }

  private void stop(int i, int thread, int cpu) {
    busy -= runningOn(cpu) == NOBODY ? 0 : 1;
    threadOnCpu.set(cpu, NOBODY);
    threadCpu.set(thread, NOBODY);
    StopReason reason = REASONS[trace.other(i)];
    threadReason.set(thread, reason.ordinal());
    Phase to =
        switch (reason) {
          case QUANTUM, PREEMPTED, YIELDED -> Phase.READY;
          case ENDED -> Phase.ENDED;
          default -> Phase.WAITING;
        };
    move(thread, to, trace.time(i));
  }

  /** READY, RUNNING (from the moment it was given a CPU), WAITING, ENDED, or ABSENT. */
  public Phase thread(int thread) {
    return PHASES[threadPhase.get(thread)];
  }

  /** Since when the thread is in its phase; if it has a CPU: when its first instruction is due. */
  public long since(int thread) {
    return threadSince.get(thread);
  }

  /** Why the thread left its CPU last. */
  public StopReason stoppedFor(int thread) {
    return REASONS[threadReason.get(thread)];
  }

  /** The CPU that runs this thread, -1 if none does. */
  public int cpuOf(int thread) {
    return threadCpu.get(thread);
  }

  /** The thread that this CPU runs, -1 if it is idle. */
  public int runningOn(int cpu) {
    return threadOnCpu.get(cpu);
  }

  /** The task that this thread carries, -1 for none. */
  public int carriedBy(int thread) {
    return threadTask.get(thread);
  }

  /** One more than the highest thread number so far. */
  public int threads() {
    return threads;
  }

  /** How many threads are ready. */
  public int readyThreads() {
    return ready;
  }

  /** How many CPUs are given to a thread. */
  public int busyCpus() {
    return busy;
  }

  // ---- tasks ----

  private void moveTask(int task, Phase to) {
    taskPhase.set(task, to.ordinal());
    tasks = Math.max(tasks, task + 1);
  }

  /** A task may be woken while its carrier is still putting it down. */
  private void wakeTask(int task) {
    int thread = threadOf(task);
    if (thread == NOBODY) {
      moveTask(task, Phase.READY);
    } else if (thread(thread) != Phase.WAITING) {
      taskWoken.set(task, 1);
    }
  }

  private void mount(int task, int thread) {
    taskThread.set(task, thread);
    threadTask.set(thread, task);
    taskWoken.set(task, 0);
  }

  private void unmount(int task, int thread, StopReason reason) {
    taskThread.set(task, NOBODY);
    threadTask.set(thread, NOBODY);
    taskCaptures.set(task, 0);
    taskReason.set(task, reason.ordinal());
    if (phase(task) == Phase.ENDED) {
      return;
    }
    boolean goesOn =
        switch (reason) {
          case QUANTUM, PREEMPTED, YIELDED -> true;
          default -> taskWoken.get(task) == 1;
        };
    moveTask(task, goesOn ? Phase.READY : Phase.WAITING);
    taskWoken.set(task, 0);
  }

  private Phase phase(int task) {
    return PHASES[taskPhase.get(task)];
  }

  /**
   * Where this task is: while it is mounted, where its thread is; RUNNING from the moment that was
   * given a CPU.
   */
  public Phase task(int task) {
    Phase own = phase(task);
    if (own == Phase.ABSENT || own == Phase.ENDED || threadOf(task) == NOBODY) {
      return own;
    }
    Phase thread = thread(threadOf(task));
    return thread == Phase.READY || thread == Phase.RUNNING ? thread : Phase.WAITING;
  }

  /** What this task waits for, if it waits. */
  public StopReason waitsFor(int task) {
    int thread = threadOf(task);
    return thread == NOBODY ? REASONS[taskReason.get(task)] : stoppedFor(thread);
  }

  /** The thread that carries this task, -1 for none. */
  public int threadOf(int task) {
    return taskThread.get(task);
  }

  /** Whether this task waits on its carrier, and so keeps it from carrying others. */
  public boolean captures(int task) {
    return taskCaptures.get(task) == 1;
  }

  /** One more than the highest task number so far. */
  public int tasks() {
    return tasks;
  }
}
