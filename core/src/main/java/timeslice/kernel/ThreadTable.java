package timeslice.kernel;

import java.util.Arrays;

/**
 * What the kernel knows of every thread: 16 bytes, so that ten million fit.
 *
 * <p>What an event reads and writes of a thread stands side by side, two longs a thread, and so in
 * one cache line. With a million threads almost every event finds another thread than those before
 * it, and waits for memory once here, instead of once for each column.
 */
final class ThreadTable {
  static final int READY = 0;
  static final int RUNNING = 1;
  static final int BLOCKED = 2;
  static final int ENDED = 3;

  /** Blocked, until a time at most. */
  static final int TIMED = 4;

  /** Already woken, ready when the wake-up has arrived. */
  static final int WAKING = 5;

  // The second long of a thread: timer (32 bits), last CPU + 1 (24), timed out (1), state (7).
  private static final int TIMER_SHIFT = 32;
  private static final int CPU_SHIFT = 8;
  private static final long CPU_MASK = 0xffffffL << CPU_SHIFT;
  private static final long TIMED_OUT = 0x80;
  private static final long STATE_MASK = 0x7f;

  private static final ThreadBody[] NO_BODIES = {};

  int size;

  /** CPU time until its body is asked again; and the other long, see above. */
  private long[] rows = new long[0];

  /** What each thread does; empty while all do the same as the first. */
  private ThreadBody[] bodies = NO_BODIES;

  private ThreadBody firstBody = (_, _) -> ThreadBody.ENDED;

  /** The process of each thread; empty while all belong to that of the first. */
  private int[] processes = new int[0];

  private int firstProcess;

  /** Empty until a thread says that it waits for memory. */
  private int[] stall = new int[0];

  /** CPU time until its body is asked again. */
  long left(int thread) {
    return rows[2 * thread];
  }

  void setLeft(int thread, long ns) {
    rows[2 * thread] = ns;
  }

  /** Where the thread is in its life cycle. */
  int state(int thread) {
    return (int) (rows[2 * thread + 1] & STATE_MASK);
  }

  void setState(int thread, int state) {
    int i = 2 * thread + 1;
    rows[i] = rows[i] & ~STATE_MASK | state;
  }

  /** From now on the thread runs on this CPU. */
  void setRunning(int thread, int cpu) {
    int i = 2 * thread + 1;
    rows[i] = rows[i] & ~(CPU_MASK | STATE_MASK) | (long) (cpu + 1) << CPU_SHIFT | RUNNING;
  }

  /** The CPU it is on or was on last, -1 before its first turn. */
  int cpu(int thread) {
    return (int) ((rows[2 * thread + 1] & CPU_MASK) >>> CPU_SHIFT) - 1;
  }

  /**
   * The low half of the sequence number of the event that ends its timed wait. An event with
   * another number is out of date: the wait was cut short.
   */
  int timer(int thread) {
    return (int) (rows[2 * thread + 1] >>> TIMER_SHIFT);
  }

  void setTimer(int thread, long event) {
    int i = 2 * thread + 1;
    rows[i] = rows[i] & 0xffffffffL | event << TIMER_SHIFT;
  }

  /** Whether the thread becomes ready at a time that is set. */
  boolean isTimed(int thread) {
    int state = state(thread);
    return state == TIMED || state == WAKING;
  }

  /** Whether its last wait ended because its time was up. */
  boolean timedOut(int thread) {
    return (rows[2 * thread + 1] & TIMED_OUT) != 0;
  }

  void setTimedOut(int thread, boolean whether) {
    int i = 2 * thread + 1;
    rows[i] = whether ? rows[i] | TIMED_OUT : rows[i] & ~TIMED_OUT;
  }

  /** What it does. */
  ThreadBody body(int thread) {
    return bodies.length == 0 ? firstBody : bodies[thread];
  }

  /** Its process, -1 for a kernel-only thread. */
  int process(int thread) {
    return processes.length == 0 ? firstProcess : processes[thread];
  }

  /**
   * Share of its burst in which it waits for memory, in thousandths, on whatever CPU it goes on.
   */
  int stall(int thread) {
    return thread < stall.length ? stall[thread] : 0;
  }

  void setStall(int thread, int permille) {
    if (thread >= stall.length) {
      if (permille == 0) {
        return;
      }
      stall = Arrays.copyOf(stall, room());
    }
    stall[thread] = permille;
  }

  /** Makes room for this many in all, so that nothing has to be copied later. */
  void reserve(int threads) {
    if (threads > room()) {
      resize(threads);
    }
  }

  int add(int process, ThreadBody body) {
    if (size == room()) {
      resize(Math.max(16, size + (size >> 1)));
    }
    int thread = size++;
    if (thread == 0) {
      firstBody = body;
      firstProcess = process;
    }
    addBody(thread, body);
    addProcess(thread, process);
    return thread;
  }

  private void addBody(int thread, ThreadBody body) {
    if (bodies.length == 0) {
      if (body == firstBody) {
        return;
      }
      bodies = new ThreadBody[room()];
      Arrays.fill(bodies, 0, thread, firstBody);
    }
    bodies[thread] = body;
  }

  private void addProcess(int thread, int process) {
    if (processes.length == 0) {
      if (process == firstProcess) {
        return;
      }
      processes = new int[room()];
      Arrays.fill(processes, 0, thread, firstProcess);
    }
    processes[thread] = process;
  }

  private int room() {
    return rows.length / 2;
  }

  private void resize(int room) {
    rows = Arrays.copyOf(rows, 2 * room);
    bodies = bodies.length == 0 ? bodies : Arrays.copyOf(bodies, room);
    processes = processes.length == 0 ? processes : Arrays.copyOf(processes, room);
  }
}
