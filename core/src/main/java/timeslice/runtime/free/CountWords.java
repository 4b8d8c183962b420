package timeslice.runtime.free;

/**
 * Which number of a {@link BiasedCountModel}'s state is what.
 *
 * <p>The last words of each part exist in no machine: they remember what the laws speak about.
 */
final class CountWords {
  // the object
  static final int TID = 0;
  static final int LOCAL = 1;
  static final int SHARED = 2;
  // its owner, thread 0
  static final int WHERE = 3;
  static final int IN_QUEUE = 4;
  static final int EVAL_BREAKER = 5;
  // for the laws
  static final int FREED = 6;
  static final int QUEUES_REFERENCE = 7;
  static final int HIGHEST_STATE = 8;
  static final int USED_AFTER_FREE = 9;

  /** Where the first thread's words begin. */
  static final int FIRST_THREAD = 10;

  // each thread: where it is, and its registers
  static final int OPERATION = 0;
  static final int INSTRUCTION = 1;
  static final int SEEN_LOCAL = 2;
  static final int SEEN_SHARED = 3;
  static final int EXTRA = 4;
  // for the laws
  static final int REFERENCES = 5;
  static final int TAKEN_LOCAL = 6;

  static final int PER_THREAD = 7;

  // values of WHERE
  static final int ATTACHED = 0;
  static final int DETACHED = 1;

  /** Detached, and kept from attaching. */
  static final int HELD = 2;

  static final int GONE = 3;

  private CountWords() {}

  static int thread(int thread) {
    return FIRST_THREAD + thread * PER_THREAD;
  }

  static int threads(int[] state) {
    return (state.length - FIRST_THREAD) / PER_THREAD;
  }

  /** The reference that the queue had inherited is this thread's again. */
  static void takeBack(int[] s, int t) {
    s[QUEUES_REFERENCE]--;
    s[t + REFERENCES]++;
  }

  /** The thread's compare-and-swap of the shared field; if it fails, it has read the field anew. */
  static boolean compareAndSwap(int[] s, int t, int wanted) {
    if (s[SHARED] != s[t + SEEN_SHARED]) {
      s[t + SEEN_SHARED] = s[SHARED];
      return false;
    }
    s[SHARED] = wanted;
    return true;
  }

  /** Remembers the furthest state, so that a step back is seen. */
  static void noteHighest(int[] s) {
    s[HIGHEST_STATE] = Math.max(s[HIGHEST_STATE], CountState.of(s[SHARED]).ordinal());
  }

  static void clearRegisters(int[] s, int t) {
    s[t + SEEN_LOCAL] = 0;
    s[t + SEEN_SHARED] = 0;
    s[t + EXTRA] = 0;
  }
}
