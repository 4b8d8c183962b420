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
    /** It has dropped the lock and waits on switch_cond before it does what it dropped it for. */
    SWITCHING
  }

  private final GilThreads rules;
  private final Gil[] gils;

  private Phase[] phase = new Phase[0];

  /** What the thread gave the lock up for, done once it has waited on switch_cond. */
  private Need[] pending = new Need[0];

  private long[] pendingAmount = new long[0];

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
    pending = Arrays.copyOf(pending, room);
    pendingAmount = Arrays.copyOf(pendingAmount, room);
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
      case OUTSIDE -> take(gil, thread);
      case WAITING -> {
        int holder = gil.afterCond(thread, kernel.timedOut(thread), seen[thread]);
        if (holder >= 0) {
          request(holder);
        }
        yield take(gil, thread);
      }
      case HOLDING -> gil.dropRequested() ? dropAtCheckpoint(gil, thread) : goOn(gil, thread);
      case TO_CHECKPOINT -> drop(gil, thread, Need.COMPUTE, 0);
      case SWITCHING -> leave(gil, thread);
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
      return drop(gil, thread, Need.COMPUTE, 0);
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
      default -> drop(gil, thread, need, interpreter.amount());
    };
  }

  /** Drops the lock for this need (COMPUTE: to take it again), at once or after a forced switch. */
  private long drop(Gil gil, int thread, Need need, long amount) {
    pending[thread] = need;
    pendingAmount[thread] = amount;
    if (!gil.drop(thread)) {
      return leave(gil, thread);
    }
    phase[thread] = Phase.SWITCHING;
    gil.waitOnSwitchCond(thread);
    return kernel.block(thread, StopReason.GIL, gil.interpreter());
  }

  /** Does what the lock was dropped for. */
  private long leave(Gil gil, int thread) {
    phase[thread] = Phase.OUTSIDE;
    Need need = pending[thread];
    return need == Need.COMPUTE
        ? take(gil, thread)
        : blocking(need, pendingAmount[thread], stall[thread], thread, taskOf(thread));
  }

  /** What a task waits for can come while its thread is still on its way there. */
  @Override
  public void resume(int task) {
    int thread = threadOf(task);
    if (phase[thread] == Phase.SWITCHING) {
      pending[thread] = Need.COMPUTE;
    } else {
      super.resume(task);
    }
  }
}
