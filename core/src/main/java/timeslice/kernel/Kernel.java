package timeslice.kernel;

import java.util.ArrayList;
import java.util.List;
import timeslice.memory.Access;
import timeslice.trace.Kind;
import timeslice.trace.Limit;
import timeslice.trace.ReadyCause;
import timeslice.trace.Recorder;
import timeslice.trace.StopReason;

/**
 * A simulated operating system kernel: it takes the next event, sets the clock, lets the thread or
 * device that it belongs to go on, and gives idle CPUs to ready threads.
 *
 * <p>Time is in simulated nanoseconds. Nothing here is left to chance: what happens at the same
 * instant happens in the order in which it was decided, and idle CPUs are filled after each event,
 * wholly idle cores first, lower numbers first. What threads do comes from their {@link
 * ThreadBody}, who runs from the {@link Scheduler}; everything that happens is noted in the {@link
 * #trace}.
 */
public final class Kernel implements MachineView {
  static final int TURN = 0;
  private static final int TIMER = 1;
  private static final int CALL = 2;
  private static final int COMPLETION = 3;
  private static final int KIND_BITS = 2;
  private static final int NOBODY = -1;

  private final Recorder trace;
  private final EventQueue events;
  private final CpuTable cpus;
  private final ThreadTable threads = new ThreadTable();
  private final Turns turns;
  private final Scheduler scheduler;
  private final HardwareCosts hardware;
  private final Accounts accounts;
  private final Dispatch dispatch;
  private final List<Device> devices = new ArrayList<>();
  private Completions completions = _ -> {};

  private long now;

  /** Something outside the CPUs that makes things happen at times of its own. */
  @FunctionalInterface
  public interface Device {
    /** The time it asked for has come. */
    void happen();
  }

  /** Somebody who waits for input, output and time without a thread of the kernel. */
  @FunctionalInterface
  public interface Completions {
    /** What was to be complete by now is. */
    void completed(int number);
  }

  /** A machine that has just booted: no thread, every CPU idle. */
  public Kernel(Machine machine) {
    trace = new Recorder(machine.recording());
    events = machine.queue().create();
    cpus = new CpuTable(machine.cores(), machine.hardwareThreads());
    turns = new Turns(cpus, threads, events);
    accounts = new Accounts(machine.limits());
    scheduler = machine.scheduler().create(this);
    hardware = machine.hardware().create(this);
    dispatch = new Dispatch(this, cpus, threads, turns, scheduler, hardware, accounts);
  }

  /** Runs until nothing is left to happen. */
  public void run() {
    dispatch.serve();
    while (!events.isEmpty()) {
      int event = events.take();
      if (isCurrent(event & (1 << KIND_BITS) - 1, event >>> KIND_BITS)) {
        now = events.now(); // an event out of date is nothing: it does not even move the clock
        happen(event & (1 << KIND_BITS) - 1, event >>> KIND_BITS);
        dispatch.serve();
      }
    }
  }

  /** Whether this event is still expected, and was not replaced or made void by another one. */
  private boolean isCurrent(int kind, int number) {
    return switch (kind) {
      case TURN -> events.sequence() == cpus.at(number).due;
      case TIMER -> (int) events.sequence() == threads.timer(number) && threads.isTimed(number);
      default -> true;
    };
  }

  private void happen(int kind, int number) {
    switch (kind) {
      case TURN -> dispatch.goOn(number);
      case TIMER -> timeIsUp(number);
      case CALL -> devices.get(number).happen();
      default -> completions.completed(number);
    }
  }

  static int event(int kind, int number) {
    return number << KIND_BITS | kind;
  }

  // ---- what threads and runtimes may ask for ----

  /** Creates a thread of normal weight that is ready at once; see the other one. */
  public int create(int process, ThreadBody body) {
    return create(process, Accounts.NORMAL_WEIGHT, body);
  }

  /**
   * Creates a thread that is ready at once.
   *
   * @param process the process it belongs to, -1 for a kernel-only thread
   * @param weight what it is worth beside others: 1024 is normal, 1 or more
   * @return its number, or -1 if a limit was reached (noted in the trace)
   */
  public int create(int process, int weight, ThreadBody body) {
    Limit reached = accounts.newThread();
    if (reached != null) {
      trace.note(now, Kind.REFUSED, NOBODY, dispatch.caller(), reached.ordinal(), 0);
      return NOBODY;
    }
    int thread = threads.add(process, body);
    if (weight != Accounts.NORMAL_WEIGHT) {
      accounts.setWeight(thread, weight);
    }
    trace.note(now, Kind.THREAD_CREATED, NOBODY, thread, process, 0);
    makeReady(thread, ReadyCause.CREATED, NOBODY);
    return thread;
  }

  /** A new process, or -1 if memory is used up (noted in the trace). */
  public int createProcess() {
    return createProcess(NOBODY);
  }

  /** A new process, made in a way that the trace notes as this number. */
  public int createProcess(int how) {
    int process = accounts.newProcess();
    trace.note(
        now,
        process < 0 ? Kind.REFUSED : Kind.PROCESS_CREATED,
        NOBODY,
        process < 0 ? dispatch.caller() : process,
        process < 0 ? Limit.MEMORY.ordinal() : how,
        0);
    return process;
  }

  /** How many threads have been created; the next one gets this number. */
  public int threadsSoFar() {
    return threads.size;
  }

  /** Makes room for this many threads, so that columns need not grow. */
  public void reserve(int count) {
    threads.reserve(count);
  }

  /** The calling thread waits until somebody wakes it. */
  public long block(int thread, StopReason why, long object) {
    threads.setState(thread, ThreadTable.BLOCKED);
    dispatch.willWaitFor(why, object);
    return ThreadBody.BLOCKED;
  }

  /** The calling thread waits for this long, or until somebody wakes it. */
  public long sleep(int thread, long ns, StopReason why, long object) {
    threads.setTimer(thread, events.add(now + ns, event(TIMER, thread)));
    // A wait for time to pass has no object; the trace says until when it is.
    boolean forTime = why == StopReason.IO || why == StopReason.SLEEP;
    block(thread, why, forTime ? now + ns : object);
    threads.setState(thread, ThreadTable.TIMED);
    return ThreadBody.BLOCKED;
  }

  /** Wakes a thread that waits; false if it does not wait. */
  public boolean wake(int thread) {
    return wake(thread, 0);
  }

  /**
   * Wakes a thread that waits, so that it is ready after this latency; false if it does not wait.
   */
  public boolean wake(int thread, long latencyNs) {
    int state = threads.state(thread);
    if (state != ThreadTable.BLOCKED && state != ThreadTable.TIMED) {
      return false;
    }
    if (latencyNs == 0) {
      threads.setTimedOut(thread, false);
      makeReady(thread, ReadyCause.WOKEN, dispatch.caller());
    } else {
      threads.setState(thread, ThreadTable.WAKING);
      threads.setTimer(thread, events.add(now + latencyNs, event(TIMER, thread)));
    }
    return true;
  }

  private void timeIsUp(int thread) {
    boolean byItself = threads.state(thread) == ThreadTable.TIMED;
    threads.setTimedOut(thread, byItself);
    makeReady(thread, byItself ? ReadyCause.TIMER : ReadyCause.WOKEN, NOBODY);
  }

  private void makeReady(int thread, ReadyCause cause, int by) {
    threads.setState(thread, ThreadTable.READY);
    trace.note(now, Kind.READY, NOBODY, thread, cause.ordinal(), by);
    scheduler.ready(thread, cause);
  }

  /** Whether this thread's last {@link #sleep} ended by itself and not by a wake-up. */
  public boolean timedOut(int thread) {
    return threads.timedOut(thread);
  }

  /**
   * Has a thread's body asked again as soon as the thread is on a CPU, whatever it was computing (a
   * signal, in effect).
   *
   * @return how much of what it was computing is not done, in nanoseconds
   */
  public long interrupt(int thread) {
    boolean running = threads.state(thread) == ThreadTable.RUNNING;
    int cpu = threads.cpu(thread);
    if (running) {
      turns.settle(cpu, now);
    }
    long rest = threads.left(thread);
    threads.setLeft(thread, 0);
    if (running) {
      turns.arm(cpu);
    }
    return rest;
  }

  /** Has a thread that is not on a CPU compute for so long before its body is asked again. */
  void compute(int thread, long ns) {
    threads.setLeft(thread, ns);
  }

  /** The calling thread waits for memory for this share of what it computes next (thousandths). */
  public void stall(int thread, int permille) {
    cpus.at(threads.cpu(thread)).stall = permille;
    threads.setStall(thread, permille);
  }

  /**
   * What these accesses cost the calling thread, in nanoseconds; {@code -1 - page} if no frame is
   * left for a page.
   */
  public long touch(int thread, long address, long stride, int count, Access access) {
    return hardware.touch(threads.cpu(thread), thread, address, stride, count, access);
  }

  /** What it costs the calling thread to unmap a page of its process, in nanoseconds. */
  public long unmap(int thread, long page) {
    return hardware.unmap(threads.cpu(thread), thread, page);
  }

  /**
   * Delays what this CPU is doing: an interrupt handler needs it for so long. The thread's turn
   * becomes longer by that, and its CPU time does not.
   */
  public void steal(int cpu, long ns) {
    HardwareThread on = cpus.at(cpu);
    if (on.thread != NOBODY) {
      turns.settle(cpu, now);
      on.since = Math.max(now, on.since) + ns;
      long end = on.turnEnd;
      on.turnEnd = end > Long.MAX_VALUE - ns ? Long.MAX_VALUE : end + ns;
      turns.arm(cpu);
    }
  }

  /** Lets a device make things happen; the number is for {@link #at}. */
  public int attach(Device device) {
    devices.add(device);
    return devices.size() - 1;
  }

  /** The device happens at this time, now or later. */
  public void at(long time, int device) {
    events.add(time, event(CALL, device));
  }

  /** Who is told of what {@link #complete} announces; one listener for all. */
  public void tell(Completions listener) {
    completions = listener;
  }

  /**
   * Something that no thread waits in will be complete at this time, now or later.
   *
   * @param number the listener's own, from 0 to 2^30 - 1
   */
  public void complete(long time, int number) {
    events.add(time, event(COMPLETION, number));
  }

  /** Where everything is noted. */
  public Recorder trace() {
    return trace;
  }

  // ---- what policies may look at ----

  @Override
  public long now() {
    return now;
  }

  @Override
  public int cpus() {
    return cpus.size;
  }

  @Override
  public int running(int cpu) {
    return cpus.at(cpu).thread;
  }

  @Override
  public int hardwareThreads() {
    return cpus.perCore;
  }

  @Override
  public int lastCpu(int thread) {
    return threads.cpu(thread);
  }

  @Override
  public int process(int thread) {
    return threads.process(thread);
  }

  @Override
  public long left(int thread) {
    long asked =
        threads.state(thread) == ThreadTable.RUNNING
            ? turns.left(threads.cpu(thread), now)
            : threads.left(thread);
    return asked + threads.body(thread).ahead(thread);
  }

  @Override
  public long ranThisTurn(int cpu) {
    HardwareThread on = cpus.at(cpu);
    return on.used + Math.max(0, now - on.since);
  }

  @Override
  public int weight(int thread) {
    return accounts.weight(thread);
  }

  /** Sets what this thread is worth beside others: 1024 is normal, 1 or more. */
  public void setWeight(int thread, int weight) {
    accounts.setWeight(thread, weight);
  }
}
