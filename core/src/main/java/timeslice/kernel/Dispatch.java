package timeslice.kernel;

import timeslice.trace.Kind;
import timeslice.trace.ReadyCause;
import timeslice.trace.Recorder;
import timeslice.trace.StopReason;

/**
 * Gives CPUs to threads and takes them away: which idle CPU is filled first, what a thread that
 * holds one does next, and how it leaves.
 */
final class Dispatch {
  private static final int NOBODY = -1;

  /** So many preemptions at one instant, and one for each thread, are surely a mistake. */
  private static final int PREEMPTIONS = 1000;

  private final Kernel kernel;
  private final Recorder trace;
  private final CpuTable cpus;
  private final ThreadTable threads;
  private final Turns turns;
  private final Scheduler scheduler;
  private final HardwareCosts hardware;
  private final Accounts accounts;

  /** The thread whose body is being asked at this instant, -1 if none is. */
  private int caller = NOBODY;

  // What the caller has said that it waits for.
  private StopReason waitReason = StopReason.ENDED;
  private long waitObject;

  Dispatch(
      Kernel kernel,
      CpuTable cpus,
      ThreadTable threads,
      Turns turns,
      Scheduler scheduler,
      HardwareCosts hardware,
      Accounts accounts) {
    this.kernel = kernel;
    this.trace = kernel.trace();
    this.cpus = cpus;
    this.threads = threads;
    this.turns = turns;
    this.scheduler = scheduler;
    this.hardware = hardware;
    this.accounts = accounts;
  }

  int caller() {
    return caller;
  }

  /** The caller is about to wait for this. */
  void willWaitFor(StopReason why, long object) {
    waitReason = why;
    waitObject = object;
  }

  /**
   * Gives idle CPUs to ready threads, then takes CPUs from threads that are less urgent; again and
   * again, as a thread may leave its CPU in the instant in which it came.
   */
  void serve() {
    fillIdle();
    for (int taken = 0; !scheduler.isEmpty(); taken++) {
      int cpu = scheduler.preempt();
      if (cpu < 0) {
        return;
      }
      if (taken > PREEMPTIONS + threads.size) {
        throw new IllegalStateException(
            "the policy took CPUs away "
                + taken
                + " times at "
                + kernel.now()
                + " ns: preempt() must answer -1 once the most urgent threads run");
      }
      preempt(cpu, StopReason.PREEMPTED);
      dispatch(cpu);
      fillIdle();
    }
  }

  /**
   * One CPU at a time, and then from the start again: a thread that waits as soon as it runs leaves
   * its CPU to the next one.
   */
  private void fillIdle() {
    boolean given = true;
    while (given && !scheduler.isEmpty() && cpus.anyIdle()) {
      given = dispatchOne();
    }
  }

  /** Has one idle CPU take a thread: wholly idle cores first, lower numbers first. */
  private boolean dispatchOne() {
    for (int cpu = cpus.idleCoreFrom(0); cpu >= 0; ) {
      if (dispatch(cpu)) {
        return true;
      }
      cpu = cpus.idleCoreFrom(cpu / cpus.perCore + 1);
    }
    for (int cpu = cpus.idleFrom(0); cpu >= 0; cpu = cpus.idleFrom(cpu + 1)) {
      if (dispatch(cpu)) {
        return true;
      }
    }
    return false;
  }

  /** False if the policy has no thread for this CPU. */
  private boolean dispatch(int cpu) {
    int thread = scheduler.next(cpu);
    if (thread < 0) {
      return false;
    }
    HardwareThread on = cpus.at(cpu);
    int last = on.before;
    long overhead =
        thread == last ? hardware.resume(cpu, thread) : hardware.switchThread(cpu, last, thread);
    trace.note(kernel.now(), Kind.RUN, cpu, thread, scheduler.why().ordinal(), overhead);
    turns.beforeChange(cpu, kernel.now());
    cpus.occupy(cpu, thread);
    on.stall = threads.stall(thread);
    threads.setRunning(thread, cpu);
    long start = kernel.now() + overhead;
    long quantum = scheduler.quantum(thread);
    on.since = start;
    on.used = 0;
    on.turnEnd = quantum > Long.MAX_VALUE - start ? Long.MAX_VALUE : start + quantum;
    if (threads.left(thread) == 0 && overhead == 0) {
      ask(cpu, thread);
    } else {
      turns.arm(cpu);
      turns.afterChange(cpu);
    }
    return true;
  }

  /** The event of a CPU: its thread has done what it asked for, or its turn is over. */
  void goOn(int cpu) {
    int thread = cpus.at(cpu).thread;
    turns.settle(cpu, kernel.now());
    if (threads.left(thread) > 0) {
      giveUp(cpu, thread, StopReason.QUANTUM);
    } else {
      ask(cpu, thread);
    }
  }

  /** Asks a thread that holds a CPU what it does next, and does it. */
  private void ask(int cpu, int thread) {
    HardwareThread on = cpus.at(cpu);
    turns.beforeChange(cpu, kernel.now());
    on.stall = 0;
    threads.setStall(thread, 0);
    caller = thread;
    long answer = threads.body(thread).next(kernel, thread);
    caller = NOBODY;
    if (answer > 0) {
      threads.setLeft(thread, answer);
      if (kernel.now() >= on.turnEnd) {
        giveUp(cpu, thread, StopReason.QUANTUM);
        return;
      }
      turns.arm(cpu);
      turns.afterChange(cpu);
    } else if (answer == ThreadBody.YIELDED) {
      giveUp(cpu, thread, StopReason.YIELDED);
    } else {
      leave(cpu, thread, answer);
    }
  }

  private void leave(int cpu, int thread, long answer) {
    if (answer == ThreadBody.ENDED) {
      threads.setState(thread, ThreadTable.ENDED);
      waitReason = StopReason.ENDED;
      waitObject = 0;
      accounts.threadEnded();
    } else if (answer != ThreadBody.BLOCKED || threads.state(thread) == ThreadTable.RUNNING) {
      throw new IllegalStateException(
          "thread " + thread + " answered " + answer + ": compute 1 ns or more, block or end");
    }
    takeOff(cpu, thread, waitReason, waitObject);
    scheduler.left(thread);
  }

  private void preempt(int cpu, StopReason why) {
    turns.settle(cpu, kernel.now());
    giveUp(cpu, cpus.at(cpu).thread, why);
  }

  /** A thread whose progress is written down leaves its CPU, and stays ready. */
  private void giveUp(int cpu, int thread, StopReason why) {
    takeOff(cpu, thread, why, 0);
    threads.setState(thread, ThreadTable.READY);
    scheduler.ready(thread, why == StopReason.YIELDED ? ReadyCause.YIELDED : ReadyCause.PREEMPTED);
  }

  private void takeOff(int cpu, int thread, StopReason why, long object) {
    trace.note(kernel.now(), Kind.STOP, cpu, thread, why.ordinal(), object);
    turns.beforeChange(cpu, kernel.now());
    HardwareThread on = cpus.at(cpu);
    cpus.release(cpu);
    on.due = NOBODY;
    turns.afterChange(cpu);
    scheduler.ran(thread, on.used);
  }
}
