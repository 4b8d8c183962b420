package timeslice.runtime.free;

/**
 * Quiescent-state-based reclamation: how memory that readers may still look at is freed late
 * enough, though readers lock nothing.
 *
 * <p>There is one write sequence, odd so that it never is 0. Each thread copies it when it is
 * quiescent, that is when it has no pointer into shared memory left; while detached it has 0 and
 * does not count. Whoever has made a piece of memory unreachable gets a goal, later than all that
 * threads have copied so far; the memory may be freed when every attached thread has copied the
 * goal or something later. Source: FACTS §2.8; {@code Python/qsbr.c} (there with 64 bits).
 */
public final class Qsbr {
  /** What a detached thread has. */
  public static final int OFFLINE = 0;

  /** The write sequence at first. */
  public static final int FIRST = 1;

  /** By how much the write sequence advances, so that it stays odd. */
  public static final int INCREMENT = 2;

  /** How many deferred retirements share one advance. */
  public static final int DEFERRED_LIMIT = 10;

  private final int[] words;
  private final int at;
  private final int threads;
  private int deferrals;

  /** Threads 0 to {@code threads - 1}, all detached. */
  public Qsbr(int threads) {
    this(new int[words(threads)], 0, threads);
    words[0] = FIRST;
  }

  /** A view of some words of a state: the write sequence, then what each thread copied. */
  Qsbr(int[] words, int at, int threads) {
    this.words = words;
    this.at = at;
    this.threads = threads;
  }

  static int words(int threads) {
    return 1 + threads;
  }

  /** The thread comes back, without any pointer. */
  public void attach(int thread) {
    if (copied(thread) != OFFLINE) {
      throw new IllegalStateException("thread " + thread + " is attached already");
    }
    words[at + 1 + thread] = writeSequence();
  }

  /** The thread has no pointer at this moment. */
  public void quiesce(int thread) {
    requireAttached(thread);
    words[at + 1 + thread] = writeSequence();
  }

  /** The thread has no pointer and will not look for one until it attaches. */
  public void detach(int thread) {
    requireAttached(thread);
    words[at + 1 + thread] = OFFLINE;
  }

  /** The goal for memory that has just become unreachable. */
  public int retire() {
    words[at] += INCREMENT;
    return words[at];
  }

  /**
   * The same for a piece that can wait: the write sequence advances only every {@link
   * #DEFERRED_LIMIT} times, and until then the goal is one that it has not reached.
   */
  public int retireDeferred() {
    deferrals++;
    if (deferrals < DEFERRED_LIMIT) {
      return writeSequence() + INCREMENT;
    }
    deferrals = 0;
    return retire();
  }

  /** Whether memory with this goal may be freed. */
  public boolean isReached(int goal) {
    int min = writeSequence();
    for (int thread = 0; thread < threads; thread++) {
      if (copied(thread) != OFFLINE) {
        min = Math.min(min, copied(thread));
      }
    }
    return goal <= min;
  }

  /** The write sequence, odd. */
  public int writeSequence() {
    return words[at];
  }

  /** What this thread copied last, {@link #OFFLINE} while it is detached. */
  public int copied(int thread) {
    return words[at + 1 + thread];
  }

  private void requireAttached(int thread) {
    if (copied(thread) == OFFLINE) {
      throw new IllegalStateException("thread " + thread + " must attach first");
    }
  }
}
