package timeslice.kernel;

import java.util.Arrays;

/**
 * What the kernel knows of every thread, in columns: 26 bytes a thread, so that ten million fit.
 */
final class ThreadTable {
  static final byte READY = 0;
  static final byte RUNNING = 1;
  static final byte BLOCKED = 2;
  static final byte ENDED = 3;

  /** Blocked, until a time at most. */
  static final byte TIMED = 4;

  /** Already woken, ready when the wake-up has arrived. */
  static final byte WAKING = 5;

  int size;

  /** Where the thread is in its life cycle. */
  byte[] state = new byte[0];

  /** Whether its last wait ended because its time was up. */
  boolean[] timedOut = new boolean[0];

  /** CPU time until its body is asked again. */
  long[] left = new long[0];

  /**
   * The low half of the sequence number of the event that ends its timed wait. An event with
   * another number is out of date: the wait was cut short.
   */
  int[] timer = new int[0];

  /** Its process, -1 for a kernel-only thread. */
  int[] process = new int[0];

  /** The CPU it is on or was on last, -1 before its first turn. */
  int[] cpu = new int[0];

  /** What it does. */
  ThreadBody[] body = new ThreadBody[0];

  /** Empty until a thread says that it waits for memory. */
  private int[] stall = new int[0];

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
      stall = Arrays.copyOf(stall, state.length);
    }
    stall[thread] = permille;
  }

  /** Whether the thread becomes ready at a time that is set. */
  boolean isTimed(int thread) {
    return state[thread] == TIMED || state[thread] == WAKING;
  }

  /** Makes room for this many in all, so that nothing has to be copied later. */
  void reserve(int threads) {
    if (threads > state.length) {
      resize(threads);
    }
  }

  int add(int ofProcess, ThreadBody does) {
    if (size == state.length) {
      resize(Math.max(16, size + (size >> 1)));
    }
    int thread = size++;
    process[thread] = ofProcess;
    body[thread] = does;
    cpu[thread] = -1;
    return thread;
  }

  private void resize(int room) {
    state = Arrays.copyOf(state, room);
    timedOut = Arrays.copyOf(timedOut, room);
    left = Arrays.copyOf(left, room);
    timer = Arrays.copyOf(timer, room);
    process = Arrays.copyOf(process, room);
    cpu = Arrays.copyOf(cpu, room);
    body = Arrays.copyOf(body, room);
  }
}
