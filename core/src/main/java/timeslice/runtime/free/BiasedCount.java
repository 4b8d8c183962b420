package timeslice.runtime.free;

/**
 * An object's header in free-threaded CPython: biased reference counting, with one count for the
 * thread that made the object and one for everybody else.
 *
 * <p>Most objects never leave their thread, and for these a count is a plain addition. Here each
 * operation is one step; {@link BiasedCountModel} takes them apart into single loads and stores.
 * Between operations, as long as the object is neither immortal nor freed,
 *
 * <pre>local + (shared count) = references held + (1 if it is in a queue) </pre>
 *
 * <p>Threads are named by their thread id, 1 or more. Source: FACTS §2.8 (PEP 703, {@code
 * Objects/object.c}).
 */
public final class BiasedCount {
  /** The thread id of an object that nobody owns. */
  public static final int UNOWNED = 0;

  /** The local count of an immortal object, {@code UINT32_MAX} as Java writes it. */
  public static final int IMMORTAL = -1;

  /** What a deferred object's shared count has on top: no number of drops gets it to 0. */
  public static final int DEFERRED = Integer.MAX_VALUE / 8;

  private final SharedCount rules;
  private int tid;
  private int local;
  private int shared;
  private boolean freed;
  private boolean deferred;

  private BiasedCount(SharedCount rules, int tid, int local) {
    this.rules = rules;
    this.tid = tid;
    this.local = local;
  }

  /** A new object; the thread that made it owns it and has the first reference. */
  public static BiasedCount ownedBy(int tid) {
    return ownedBy(tid, SharedCount.RULES);
  }

  /** The same under other rules, for tests of the rules. */
  public static BiasedCount ownedBy(int tid, SharedCount rules) {
    if (tid < 1) {
      throw new IllegalArgumentException("thread id must be 1 or more, got " + tid);
    }
    return new BiasedCount(rules, tid, 1);
  }

  /** An object that is never freed and whose counts never change: None, True, small numbers. */
  public static BiasedCount immortal() {
    return new BiasedCount(SharedCount.RULES, UNOWNED, IMMORTAL);
  }

  /** This thread, which has a reference, takes one more. */
  public void incref(int thread) {
    requireAlive();
    if (isImmortal()) {
      return;
    }
    if (thread == tid) {
      local++;
    } else {
      shared = rules.increment(shared);
    }
  }

  /** This thread drops a reference that it has. */
  public Outcome decref(int thread) {
    requireAlive();
    if (isImmortal()) {
      return Outcome.ALIVE;
    }
    return thread == tid ? decrefAsOwner() : decrefAsOther();
  }

  private Outcome decrefAsOwner() {
    local--;
    if (local > 0) {
      return Outcome.ALIVE;
    }
    if (rules.ownerMayFree(shared)) {
      return free();
    }
    tid = UNOWNED;
    shared = rules.giveUp(shared);
    return rules.dies(shared) ? free() : Outcome.ALIVE;
  }

  private Outcome decrefAsOther() {
    boolean queue = rules.queues(shared);
    shared = rules.decrement(shared);
    if (queue) {
      return Outcome.QUEUE;
    }
    return rules.dies(shared) ? free() : Outcome.ALIVE;
  }

  /** The owner, or somebody in its place, merges both counts and lets the queue's reference go. */
  public Outcome mergeFromQueue() {
    return merge(-1);
  }

  /** The same, but the queue's reference stays with whoever merges. */
  public void mergeAndKeep() {
    merge(0);
  }

  private Outcome merge(int extra) {
    requireAlive();
    int total = rules.total(shared, local, extra);
    shared = SharedCount.of(total, CountState.MERGED);
    local = 0;
    tid = UNOWNED;
    return total == 0 ? free() : Outcome.ALIVE;
  }

  /** Somebody without a reference tries to get one; false if the object may be dying. */
  public boolean tryIncref(int thread) {
    if (isImmortal()) {
      return true;
    }
    if (thread == tid && !freed) {
      local++;
      return true;
    }
    if (!rules.mayTry(shared)) {
      return false;
    }
    shared = rules.increment(shared);
    return true;
  }

  /** Somebody who has a reference allows others to {@link #tryIncref}. */
  public void allowTries() {
    requireAlive();
    if (!isImmortal()) {
      shared = rules.allowTries(shared);
    }
  }

  /** From now on only a collection frees the object, see {@link ReferenceCounts#collect}. */
  public void defer() {
    requireAlive();
    if (!deferred && !isImmortal()) {
      deferred = true;
      shared += DEFERRED * SharedCount.ONE;
    }
  }

  /** A collection found that nobody has the object. */
  void freeByCollection() {
    requireAlive();
    free();
  }

  private Outcome free() {
    freed = true;
    return Outcome.FREED;
  }

  private void requireAlive() {
    if (freed) {
      throw new IllegalStateException("the object was freed; nobody may have a reference to it");
    }
  }

  public boolean isImmortal() {
    return local == IMMORTAL;
  }

  public boolean isDeferred() {
    return deferred;
  }

  public boolean isFreed() {
    return freed;
  }

  /** The thread id of the owner, {@link #UNOWNED} if there is none. */
  public int tid() {
    return tid;
  }

  /** The owner's count; not negative unless the object is immortal. */
  public int local() {
    return local;
  }

  /** The shared field, count and state. */
  public int shared() {
    return shared;
  }

  public CountState state() {
    return CountState.of(shared);
  }

  /** The references counted in both fields, without the addend of a deferred object. */
  public int counted() {
    return local + rules.count(shared) - (deferred ? DEFERRED : 0);
  }
}
