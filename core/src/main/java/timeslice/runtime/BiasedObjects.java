package timeslice.runtime;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import timeslice.cpu.RuntimeCosts;
import timeslice.runtime.free.BiasedCount;
import timeslice.runtime.free.ReferenceCounts;

/**
 * Biased reference counts for the threads of a run (FACTS §2.8): cheap for the thread that made the
 * object, an atomic instruction for every other, and dearer still if another core had the cache
 * line last.
 */
final class BiasedObjects implements ObjectModel {
  private static final int NOBODY = -1;

  private final ReferenceCounts counts = new ReferenceCounts();
  private final RuntimeCosts.Counting costs;

  /** The number that {@link ReferenceCounts} gave a kernel thread, 0 if it has none yet. */
  private int[] idOf = new int[0];

  private @Nullable BiasedCount[] object = new BiasedCount[0];

  /** The thread that changed the object's shared count last. */
  private int[] sharedBy = new int[0];

  /** Objects that stand in a queue and may be freed when that is drained. */
  private final BitSet queued = new BitSet();

  /** Objects that died when a queue was drained. */
  private final BitSet freedInQueue = new BitSet();

  /** No objects yet. */
  BiasedObjects(RuntimeCosts.Counting costs) {
    this.costs = costs;
  }

  @Override
  public long allocate(int thread, int number) {
    if (number >= object.length) {
      object = Arrays.copyOf(object, number + 1);
      sharedBy = Arrays.copyOf(sharedBy, number + 1);
    }
    object[number] = counts.create(id(thread));
    sharedBy[number] = NOBODY;
    return 0;
  }

  @Override
  public long incref(int thread, int number) {
    BiasedCount its = count(number);
    long cost = cost(thread, number, its);
    counts.incref(id(thread), its);
    return cost;
  }

  @Override
  public long decref(int thread, int number) {
    BiasedCount its = count(number);
    long cost = cost(thread, number, its);
    long before = counts.queued();
    counts.decref(id(thread), its);
    if (counts.queued() > before && !its.isFreed()) { // freed at once if its owner has left
      queued.set(number);
    }
    return cost;
  }

  @Override
  public boolean isFree(int number) {
    BiasedCount its = number < object.length ? object[number] : null;
    return its == null || its.isFreed();
  }

  /** The thread looks at its eval-breaker, and merges what others have put into its queue. */
  void check(int thread) {
    if (thread < idOf.length && idOf[thread] > 0) {
      counts.check(idOf[thread]);
      lookAtQueued();
    }
  }

  /** The thread is done: it drains its queue and is gone. */
  void exit(int thread) {
    if (thread < idOf.length && idOf[thread] > 0) {
      counts.exit(idOf[thread]);
      lookAtQueued();
    }
  }

  /** An object that died in a queue since the last call, -1 if there is none. */
  int takeFreedInQueue() {
    int number = freedInQueue.nextSetBit(0);
    if (number >= 0) {
      freedInQueue.clear(number);
    }
    return number;
  }

  private void lookAtQueued() {
    for (int number = queued.nextSetBit(0); number >= 0; number = queued.nextSetBit(number + 1)) {
      BiasedCount its = count(number);
      if (its.isFreed()) {
        queued.clear(number);
        freedInQueue.set(number);
      } else if (!counts.isQueued(its)) {
        queued.clear(number);
      }
    }
  }

  private long cost(int thread, int number, BiasedCount its) {
    if (its.tid() == id(thread)) {
      return costs.local();
    }
    boolean here = sharedBy[number] == thread;
    sharedBy[number] = thread;
    return here ? costs.atomic() : costs.contended();
  }

  private BiasedCount count(int number) {
    BiasedCount its = object[number];
    if (its == null) {
      throw new IllegalStateException("object " + number + " was never made");
    }
    return its;
  }

  private int id(int thread) {
    if (thread >= idOf.length) {
      idOf = Arrays.copyOf(idOf, thread + (thread >> 1) + 16);
    }
    if (idOf[thread] == 0) {
      idOf[thread] = counts.register();
    }
    return idOf[thread];
  }
}
