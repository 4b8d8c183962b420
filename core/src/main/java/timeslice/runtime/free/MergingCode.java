package timeslice.runtime.free;

import static timeslice.runtime.free.CountInstruction.*;
import static timeslice.runtime.free.CountWords.*;

/**
 * How the two counts of an object become one: through the owner's queue, or in the owner's place,
 * one load, store or compare-and-swap at a time.
 *
 * <p>The class is open for the same reason as {@link CountingCode}. Source: FACTS §2.8; {@code
 * Python/brc.c}, {@code _Py_ExplicitMergeRefcount} in {@code Objects/object.c}.
 */
public class MergingCode {
  private final SharedCount rules;

  public MergingCode(SharedCount rules) {
    this.rules = rules;
  }

  final CountInstruction queue(CountInstruction now, int[] s, int t) {
    return switch (now) {
      case QUEUE_LOAD_TID -> {
        if (s[TID] != BiasedCount.UNOWNED) {
          yield QUEUE_PUSH;
        }
        takeBack(s, t); // nobody to queue for: an ordinary decrement of a merged count
        yield DECREF_LOAD_SHARED;
      }
      case QUEUE_PUSH -> {
        switch (s[WHERE]) {
          case ATTACHED -> {
            s[IN_QUEUE]++;
            yield QUEUE_SET_BREAKER;
          }
          case GONE -> s[t + EXTRA] = -1;
          default -> s[WHERE] = HELD;
        }
        yield MERGE_LOAD_LOCAL;
      }
      default -> {
        s[EVAL_BREAKER] = 1;
        yield END;
      }
    };
  }

  final CountInstruction merge(CountInstruction now, int[] s, int t) {
    return switch (now) {
      case MERGE_LOAD_LOCAL -> {
        s[t + SEEN_LOCAL] = s[LOCAL];
        yield MERGE_STORE_LOCAL;
      }
      case MERGE_STORE_LOCAL -> {
        s[t + TAKEN_LOCAL] = s[LOCAL];
        s[LOCAL] = 0;
        yield MERGE_STORE_TID;
      }
      case MERGE_STORE_TID -> {
        s[TID] = BiasedCount.UNOWNED;
        yield MERGE_LOAD_SHARED;
      }
      case MERGE_LOAD_SHARED -> {
        s[t + SEEN_SHARED] = s[SHARED];
        yield MERGE_CAS;
      }
      case MERGE_CAS -> {
        int total = rules.total(s[t + SEEN_SHARED], s[t + SEEN_LOCAL], s[t + EXTRA]);
        if (!compareAndSwap(s, t, SharedCount.of(total, CountState.MERGED))) {
          yield MERGE_CAS;
        }
        s[t + TAKEN_LOCAL] = 0;
        if (s[t + EXTRA] == 0) {
          takeBack(s, t);
          yield RELEASE_OWNER;
        }
        s[QUEUES_REFERENCE]--;
        yield total == 0 ? FREE : END;
      }
      default -> {
        s[WHERE] = DETACHED;
        yield DECREF_LOAD_SHARED;
      }
    };
  }

  final CountInstruction ownQueue(CountInstruction now, int[] s, int t, int thread) {
    if (thread != 0) {
      return END; // a thread that owns nothing has an empty queue
    }
    return switch (now) {
      case CHECK_LOAD_BREAKER -> s[EVAL_BREAKER] == 1 ? CHECK_CLEAR_BREAKER : END;
      case CHECK_CLEAR_BREAKER -> {
        s[EVAL_BREAKER] = 0;
        yield CHECK_TAKE_QUEUE;
      }
      default -> {
        boolean leaves = now == LEAVE;
        if (s[IN_QUEUE] > 0 && !(leaves && leavesWithoutLooking())) {
          s[IN_QUEUE]--;
          s[t + EXTRA] = -1;
          yield MERGE_LOAD_LOCAL;
        }
        s[WHERE] = leaves ? GONE : s[WHERE];
        yield END;
      }
    };
  }

  /** Whether a thread leaves without looking into its queue: it does not. */
  protected boolean leavesWithoutLooking() {
    return false;
  }
}
