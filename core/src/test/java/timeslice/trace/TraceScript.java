package timeslice.trace;

/** Writes a trace by hand, so that a test can show what no machine would do. */
public final class TraceScript {
  private final Recorder recorder = new Recorder(Recording.FULL);
  private long now;

  /** An empty trace at time 0. */
  public static TraceScript start() {
    return new TraceScript();
  }

  /** What follows happens at this time. */
  public TraceScript at(long time) {
    now = time;
    return this;
  }

  /** Any event. */
  public TraceScript note(Kind kind, int cpu, int who, int other, long value) {
    recorder.note(now, kind, cpu, who, other, value);
    return this;
  }

  /** A new thread, ready at once. */
  public TraceScript thread(int thread) {
    return note(Kind.THREAD_CREATED, -1, thread, 0, 0).ready(thread, ReadyCause.CREATED, -1);
  }

  public TraceScript ready(int thread, ReadyCause cause, int by) {
    return note(Kind.READY, -1, thread, cause.ordinal(), by);
  }

  public TraceScript run(int cpu, int thread) {
    return run(cpu, thread, 0);
  }

  public TraceScript run(int cpu, int thread, long overhead) {
    return note(Kind.RUN, cpu, thread, Choice.UNSAID.ordinal(), overhead);
  }

  public TraceScript stop(int cpu, int thread, StopReason why) {
    return stop(cpu, thread, why, 0);
  }

  public TraceScript stop(int cpu, int thread, StopReason why, long object) {
    return note(Kind.STOP, cpu, thread, why.ordinal(), object);
  }

  /** A new task, waiting for a carrier. */
  public TraceScript task(int task) {
    return note(Kind.TASK_CREATED, -1, task, -1, 0);
  }

  /** A new task on a new thread of the same number, ready at once. */
  public TraceScript taskWithThread(int task) {
    return task(task).thread(task).mount(task, task);
  }

  public TraceScript mount(int task, int thread) {
    return note(Kind.MOUNTED, -1, task, thread, 0);
  }

  public TraceScript unmount(int task, int thread, StopReason why) {
    return note(Kind.UNMOUNTED, -1, task, thread, why.ordinal());
  }

  public TraceScript taskReady(int task) {
    return note(Kind.TASK_READY, -1, task, -1, 0);
  }

  public TraceScript ended(int task) {
    return note(Kind.TASK_ENDED, -1, task, -1, 0);
  }

  public TraceScript gilTaken(int thread) {
    return note(Kind.GIL_TAKEN, -1, thread, 0, 0);
  }

  public TraceScript gilDropped(int thread) {
    return note(Kind.GIL_DROPPED, -1, thread, 0, 0);
  }

  /** The trace so far. */
  public Trace trace() {
    return recorder.trace();
  }
}
