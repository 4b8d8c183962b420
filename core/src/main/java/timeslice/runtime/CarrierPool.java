package timeslice.runtime;

import java.util.Arrays;
import timeslice.kernel.Kernel;
import timeslice.kernel.ThreadBody;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;

/**
 * The carriers of a runtime: how many there are, who is idle, and when a spare one joins. Carriers
 * are the only kernel threads of their run, so that both have the same numbers.
 *
 * <p>The rules are those of {@code ForkJoinPool} ({@code signalWork} and {@code tryCompensate}, JDK
 * 25): a carrier counts as active unless it is idle or compensated for.
 */
final class CarrierPool {
  private static final int NOBODY = -1;

  private final Kernel kernel;
  private final ThreadBody body;
  private final PoolSize size;
  private final long wakeUp;
  private final int process;

  /** Who has nothing to do; the last to come is the first to go, for its caches are warm. */
  private int[] idle = new int[4];

  private int idling;
  private int active;
  private int total;

  /** Starts the carriers; waking one takes this many nanoseconds later. */
  CarrierPool(Kernel kernel, ThreadBody body, PoolSize size, long wakeUp) {
    this.kernel = kernel;
    this.body = body;
    this.size = size;
    this.wakeUp = wakeUp;
    process = kernel.createProcess();
    while (total < size.parallelism() && start()) {}
  }

  private boolean start() {
    if (kernel.create(process, body) == NOBODY) {
      return false;
    }
    total++;
    active++;
    return true;
  }

  /** How many carriers there are; fewer than planned if the machine allows no more. */
  int total() {
    return total;
  }

  /** A task is ready: wakes an idle carrier, unless enough are active. */
  void signal() {
    if (idling > 0 && active < size.parallelism()) {
      wake(idle[--idling]);
    }
  }

  private void wake(int carrier) {
    active++;
    kernel.wake(carrier, wakeUp);
  }

  /** This carrier has found nothing to do and waits for work. */
  long idle(int carrier) {
    if (idling == idle.length) {
      idle = Arrays.copyOf(idle, 2 * idling);
    }
    idle[idling++] = carrier;
    active--;
    return kernel.block(carrier, StopReason.NO_WORK, 0);
  }

  /**
   * This carrier is about to block, and the pool is told: an idle or a new one may take its place.
   *
   * @return whether {@link #uncompensate} is due when it no longer blocks
   */
  boolean compensate(int carrier) {
    if (idling > 0 && active <= size.parallelism()) {
      int spare = idle[--idling];
      joins(spare, carrier);
      wake(spare);
    } else if (active <= size.minRunnable()) {
      int spare = total;
      if (total == size.maximum() || !start()) {
        return false;
      }
      joins(spare, carrier);
    }
    active--;
    return true;
  }

  private void joins(int spare, int blocked) {
    kernel.trace().note(kernel.now(), Kind.COMPENSATED, NOBODY, spare, blocked, 0);
  }

  /** A carrier that {@link #compensate} was told of goes on. */
  void uncompensate() {
    active++;
  }
}
