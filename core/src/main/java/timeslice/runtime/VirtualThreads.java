package timeslice.runtime;

import org.jspecify.annotations.Nullable;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.program.Operation;
import timeslice.program.Workload;
import timeslice.trace.Capture;

/**
 * The virtual threads of Java 21 to 25: many to many, with the scheduler and the rules of the JDK
 * (FACTS 2.9; {@code VirtualThread}, {@code CarrierThread} and {@code ForkJoinPool} of JDK 25).
 *
 * <p>Each carrier has a queue, first in first out; who is started, or goes on by something that
 * happens on no carrier, stands in the queue from outside. What the JDK decides at random (whose
 * queue is looked into first) is decided by number here; sockets are always polled outside.
 *
 * @param jdk 21 to 25: what pins a carrier, and what the pool is told of
 * @param parallelism how many carriers; 0: as many as the machine has hardware threads
 * @param maxPoolSize how many carriers there may be in all; 0: 256, or the parallelism if more
 * @param costs what mounting, unmounting and waking a carrier cost; the rest is not charged
 * @param handOff who gets a lock that others wait for
 */
public record VirtualThreads(
    int jdk, int parallelism, int maxPoolSize, RuntimeCosts costs, HandOff handOff)
    implements Mapping {
  /** JEP 491: monitors no longer pin. */
  private static final int UNMOUNTS_IN_MONITORS = 24;

  /** JDK-8329593: the pool is no longer told of buffered file input and output. */
  private static final int FILES_NOT_COMPENSATED = 23;

  private static final int USUAL_MAX_POOL_SIZE = 256;

  /** Checks the version and the numbers of carriers. */
  public VirtualThreads {
    if (jdk < 21 || jdk > 25) {
      throw new IllegalArgumentException("the JDK must be one from 21 to 25, got " + jdk);
    }
    if (parallelism < 0 || maxPoolSize < 0) {
      throw new IllegalArgumentException(
          "parallelism and maxPoolSize must be 0 or more, got "
              + parallelism
              + " and "
              + maxPoolSize);
    }
  }

  /** The virtual threads of this JDK as they are without options. */
  public static VirtualThreads jdk(int version) {
    return new VirtualThreads(version, 0, 0, RuntimeCosts.FREE, HandOff.TO_FIRST_WAITER);
  }

  /** The same with so many carriers ({@code jdk.virtualThreadScheduler.parallelism}). */
  public VirtualThreads withParallelism(int carriers) {
    return new VirtualThreads(jdk, carriers, maxPoolSize, costs, handOff);
  }

  /** The same with so many carriers at most ({@code jdk.virtualThreadScheduler.maxPoolSize}). */
  public VirtualThreads withMaxPoolSize(int carriers) {
    return new VirtualThreads(jdk, parallelism, carriers, costs, handOff);
  }

  /** The same at other costs. */
  public VirtualThreads with(RuntimeCosts other) {
    return new VirtualThreads(jdk, parallelism, maxPoolSize, other, handOff);
  }

  /** The same with another hand-off of locks. */
  public VirtualThreads with(HandOff other) {
    return new VirtualThreads(jdk, parallelism, maxPoolSize, costs, other);
  }

  @Override
  public Run run(Machine machine, Workload workload) {
    int wanted = parallelism == 0 ? machine.cpus() : parallelism;
    int most = maxPoolSize == 0 ? Math.max(wanted, USUAL_MAX_POOL_SIZE) : maxPoolSize;
    int carriers = Math.min(wanted, most);
    PoolSize size = new PoolSize(carriers, most, Math.max(carriers / 2, 1));
    return new Session(machine, workload, size).run();
  }

  /** One run. */
  private final class Session extends CarrierRuntime {
    private final @Nullable Operation[] code = interpreter.code();
    private final Pins pins = new Pins(code);

    Session(Machine machine, Workload workload, PoolSize size) {
      super(
          machine,
          workload,
          handOff,
          size,
          SystemCalls.JACKETED,
          costs,
          WorkStealing.of(WorkStealing.Order.FIFO));
    }

    private int place(int task) {
      return interpreter.tasks().place[task];
    }

    @Override
    @Nullable Capture captures(int task, Need need) {
      return switch (need) {
        case SOCKET, SLEEP, OTHERS, TURN -> pinned(place(task), need);
        default -> super.captures(task, need);
      };
    }

    private @Nullable Capture pinned(int place, Need need) {
      if (pins.inNative(place)) {
        return Capture.PINNED_NATIVE_FRAME;
      }
      boolean monitor =
          pins.inMonitor(place)
              || (need == Need.OTHERS && code[place] instanceof Operation.EnterMonitor);
      return monitor && jdk < UNMOUNTS_IN_MONITORS ? Capture.PINNED_MONITOR : null;
    }

    /** Pins are never compensated, but for Object.wait, which was before it no longer pinned. */
    @Override
    boolean compensates(int task, Need need) {
      return switch (need) {
        case FILE_COMPENSATED -> true;
        case FILE -> jdk < FILES_NOT_COMPENSATED;
        case OTHERS -> jdk < UNMOUNTS_IN_MONITORS && pins.waitsOnMonitor(place(task));
        default -> false;
      };
    }

    /** A start is always a submission from outside. */
    @Override
    int starter() {
      return NOBODY;
    }

    /** Who waited for a monitor is made ready by a platform thread, the unblocker: from outside. */
    @Override
    int waker(int task) {
      int by = runningTask();
      if (by == NOBODY) {
        return NOBODY;
      }
      boolean unblocked =
          code[place(by)] instanceof Operation.ExitMonitor
              || pins.waitsOnMonitor(place(by))
              || pins.waitsOnMonitor(place(task));
      return unblocked ? NOBODY : super.waker(task);
    }
  }
}
