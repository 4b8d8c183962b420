package timeslice.runtime;

import java.util.Arrays;
import timeslice.kernel.Kernel;
import timeslice.kernel.Machine;
import timeslice.program.Workload;
import timeslice.trace.StopReason;

/**
 * One run of threads under GILs. A thread holds its interpreter's lock while it runs its program,
 * and gives it up around everything that may take long.
 */
final class GilSession extends OneToOne.Session {
  /** What a thread does about the lock. */
  private enum Phase {
    /** It is without the lock, and has to take it before it can go on. */
    OUTSIDE,
    /** It waits on cond. */
    WAITING,
    /** It holds the lock. */
    HOLDING,
    /** It holds the lock, was asked to drop it, and computes up to the next checkpoint. */
    TO_CHECKPOINT,
    /** It has dropped the lock as it was asked to, and waits on switch_cond. */
    SWITCHING
  }

  private final GilThreads rules;
  private final Gil[] gils;

  private Phase[] phase = new Phase[0];

  /** CPU time in interpreted code that a drop request has cut short. */
  private long[] rest = new long[0];

  /** Share of its present CPU time that the thread waits for memory, in thousandths. */
  private int[] stall = new int[0];

  /** How long the stretch of interpreted code is that the thread is in; 0: not interpreted. */
  private long[] stretch = new long[0];

  /** The lock's switch number when the thread began to wait on cond. */
  private long[] seen = new long[0];

  GilSession(Machine machine, Workload workload, GilThreads rules) {
    super(machine, workload, HandOff.TO_FIRST_WAITER, rules.costs(), new PlainCounts());
    this.rules = rules;
    gils = new Gil[rules.interpreters()];
    for (int i = 0; i < gils.length; i++) {
      gils[i] = new Gil(kernel, i, rules.costs().moves().gilHandOff(), rules.choice());
    }
  }

  @Override
  public boolean begin(int task) {
    if (!super.begin(task)) {
      return false;
    }
    int thread = threadOf(task);
    if (thread >= phase.length) {
      grow(thread + (thread >> 1) + 16);
    }
    phase[thread] = Phase.OUTSIDE;
    return true;
  }

  private void grow(int room) {
    phase = Arrays.copyOf(phase, room);
    rest = Arrays.copyOf(rest, room);
    stall = Arrays.copyOf(stall, room);
    stretch = Arrays.copyOf(stretch, room);
    seen = Arrays.copyOf(seen, room);
  }

  private Gil gilOf(int thread) {
    return gils[taskOf(thread) % gils.length];
  }

  @Override
  public long next(Kernel asking, int thread) {
    Gil gil = gilOf(thread);
    return switch (phase[thread]) {
      case OUTSIDE, SWITCHING -> take(gil, thread);
      case WAITING -> {
        int holder = gil.afterCond(thread, kernel.timedOut(thread), seen[thread]);
        if (holder >= 0) {
          request(holder);
        }
        yield take(gil, thread);
      }
      case HOLDING -> gil.dropRequested() ? dropAtCheckpoint(gil, thread) : goOn(gil, thread);
      case TO_CHECKPOINT -> dropAsAsked(gil, thread);
    };
  }

  private long take(Gil gil, int thread) {
    if (gil.tryTake(thread)) {
      phase[thread] = Phase.HOLDING;
      return goOn(gil, thread);
    }
    phase[thread] = Phase.WAITING;
    seen[thread] = gil.switchNumber();
    gil.waitOnCond(thread);
    return kernel.sleep(thread, rules.interval(), StopReason.GIL, gil.interpreter());
  }

  /** Asks the holder to drop the lock; only interpreted code can hear it before it is done. */
  private void request(int holder) {
    if (phase[holder] == Phase.HOLDING && stretch[holder] > 0) {
      rest[holder] = kernel.interrupt(holder);
    }
  }

  /** With a drop request between two operations, or inside interpreted code. */
  private long dropAtCheckpoint(Gil gil, int thread) {
    long toGo = toCheckpoint(thread);
    if (toGo == 0) {
      return dropAsAsked(gil, thread);
    }
    phase[thread] = Phase.TO_CHECKPOINT;
    rest[thread] -= toGo;
    return compute(thread, toGo, stall[thread]);
  }

  /** How much interpreted code there is before the lock can be dropped; its end is a checkpoint. */
  private long toCheckpoint(int thread) {
    long distance = rules.checkpointEvery();
    if (distance == 0 || rest[thread] == 0) {
      return 0;
    }
    long beyond = (stretch[thread] - rest[thread]) % distance;
    return beyond == 0 ? 0 : Math.min(distance - beyond, rest[thread]);
  }

  /** Runs the program, or the rest of what was cut short. */
  private long goOn(Gil gil, int thread) {
    if (rest[thread] > 0) {
      long again = rest[thread];
      rest[thread] = 0;
      return compute(thread, again, stall[thread]);
    }
    stretch[thread] = 0;
    Need need = interpreter.next(taskOf(thread));
    stall[thread] = interpreter.stall();
    return switch (need) {
      case COMPUTE -> {
        stretch[thread] = interpreter.amount();
        yield compute(thread, stretch[thread], stall[thread]);
      }
      case NATIVE -> compute(thread, interpreter.amount(), stall[thread]);
      case NOTHING -> {
        gil.drop(thread); // the last drop of a thread waits for nobody
        yield ENDED;
      }
      default -> dropFor(need, gil, thread);
    };
  }

  /**
   * Drops the lock by itself, for something that may take long. Nobody can have asked for it in
   * this very instant: a request makes the thread drop the lock before it goes on.
   */
  private long dropFor(Need need, Gil gil, int thread) {
    gil.drop(thread);
    phase[thread] = Phase.OUTSIDE;
    return blocking(need, interpreter.amount(), stall[thread], thread, taskOf(thread));
  }

  /** Drops the lock because another thread has asked for it, and lets that one take it. */
  private long dropAsAsked(Gil gil, int thread) {
    gil.drop(thread);
    phase[thread] = Phase.SWITCHING;
    gil.waitOnSwitchCond(thread);
    return kernel.block(thread, StopReason.GIL, gil.interpreter());
  }
}
