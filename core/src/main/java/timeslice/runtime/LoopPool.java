package timeslice.runtime;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import timeslice.kernel.Kernel;
import timeslice.kernel.ThreadBody;
import timeslice.runtime.loop.PoolCall;
import timeslice.trace.StopReason;

/**
 * The default pool of a loop: kernel threads for blocking calls, made when there is a call and no
 * idle thread, up to a number (concurrent/futures/thread.py).
 */
final class LoopPool {
  private final Kernel kernel;
  private final int process;
  private final int most;
  private final ArrayDeque<PoolCall> calls = new ArrayDeque<>();
  private final ArrayDeque<Integer> idle = new ArrayDeque<>();
  private int threads;

  LoopPool(Kernel kernel, int process, int most) {
    this.kernel = kernel;
    this.process = process;
    this.most = most;
  }

  void submit(PoolCall call) {
    calls.add(call);
    Integer thread = idle.poll();
    if (thread != null) {
      kernel.wake(thread);
    } else if (threads < most && kernel.create(process, new Worker()) >= 0) {
      threads++;
    }
  }

  /** A thread of the pool: waits off the CPU, computes, and says that it is done. */
  private final class Worker implements ThreadBody {
    private @Nullable PoolCall call;
    private boolean waited;

    @Override
    public long next(Kernel asking, int self) {
      PoolCall current = call;
      if (current != null && !waited) {
        waited = true;
        if (current.call().computes() > 0) {
          return current.call().computes();
        }
      }
      if (current != null) {
        current.end();
      }
      call = takeCall();
      waited = false;
      return call == null ? rest(self) : begin(self, call);
    }

    private long begin(int self, PoolCall next) {
      return kernel.sleep(self, next.call().waits(), StopReason.IO, -1);
    }

    private long rest(int self) {
      idle.add(self);
      return kernel.block(self, StopReason.NO_WORK, -1);
    }
  }

  /** The oldest call that was not cancelled meanwhile, null if there is none. */
  private @Nullable PoolCall takeCall() {
    for (PoolCall next = calls.poll(); next != null; next = calls.poll()) {
      if (next.begin()) {
        return next;
      }
    }
    return null;
  }
}
