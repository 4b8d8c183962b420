package timeslice.runtime.free;

import static timeslice.runtime.free.CountInstruction.*;
import static timeslice.runtime.free.CountWords.*;

/**
 * What CPython's {@code Py_INCREF} and {@code Py_DECREF} do, one load, store or compare-and-swap at
 * a time.
 *
 * <p>Every instruction changes the state and says which instruction is next. A compare-and-swap
 * that fails has at least read the field anew. The class is open so that a test can get one thing
 * wrong and see which law falls. Source: FACTS §2.8; {@code Include/refcount.h}, {@code
 * Objects/object.c}.
 */
public class CountingCode {
  private final SharedCount rules;
  private final MergingCode merging;

  /** The code as it is. */
  public CountingCode() {
    this(SharedCount.RULES, new MergingCode(SharedCount.RULES));
  }

  public CountingCode(SharedCount rules, MergingCode merging) {
    this.rules = rules;
    this.merging = merging;
  }

  /** Executes one instruction of this thread and returns the next. */
  final CountInstruction execute(CountInstruction now, int[] s, int thread) {
    int t = CountWords.thread(thread);
    return switch (now) {
      case INCREF_LOAD_LOCAL, INCREF_LOAD_TID, INCREF_STORE_LOCAL, INCREF_ADD_SHARED ->
          incref(now, s, t, thread);
      case DECREF_LOAD_LOCAL, DECREF_LOAD_TID, DECREF_STORE_LOCAL, DECREF_LOAD_SHARED, DECREF_CAS ->
          decref(now, s, t, thread);
      case LAST_LOAD_SHARED, LAST_STORE_TID, LAST_CAS -> lastLocal(now, s, t);
      case QUEUE_LOAD_TID, QUEUE_PUSH, QUEUE_SET_BREAKER -> merging.queue(now, s, t);
      case MERGE_LOAD_LOCAL,
          MERGE_STORE_LOCAL,
          MERGE_STORE_TID,
          MERGE_LOAD_SHARED,
          MERGE_CAS,
          RELEASE_OWNER ->
          merging.merge(now, s, t);
      case CHECK_LOAD_BREAKER, CHECK_CLEAR_BREAKER, CHECK_TAKE_QUEUE, LEAVE ->
          merging.ownQueue(now, s, t, thread);
      case TRY_LOAD_LOCAL, TRY_LOAD_SHARED, TRY_CAS -> tryIncref(now, s, t);
      case ALLOW_LOAD_LOCAL, ALLOW_LOAD_SHARED, ALLOW_CAS -> allowTries(now, s, t);
      case FREE -> {
        s[FREED]++;
        yield END;
      }
      case DETACH -> {
        s[WHERE] = thread == 0 ? DETACHED : s[WHERE];
        yield ATTACH;
      }
      case ATTACH -> {
        s[WHERE] = thread == 0 ? ATTACHED : s[WHERE];
        yield END;
      }
      case GIVE, END -> throw new IllegalStateException("the model itself executes " + now);
    };
  }

  private CountInstruction incref(CountInstruction now, int[] s, int t, int thread) {
    switch (now) {
      case INCREF_LOAD_LOCAL -> {
        s[t + SEEN_LOCAL] = s[LOCAL];
        if (!isImmortal(s[LOCAL])) {
          return INCREF_LOAD_TID;
        }
        s[t + REFERENCES]++;
      }
      case INCREF_LOAD_TID -> {
        return isOwner(s, thread) ? INCREF_STORE_LOCAL : INCREF_ADD_SHARED;
      }
      case INCREF_STORE_LOCAL -> {
        s[LOCAL] = s[t + SEEN_LOCAL] + 1;
        s[t + REFERENCES]++;
      }
      default -> {
        s[SHARED] = rules.increment(s[SHARED]);
        s[t + REFERENCES]++;
      }
    }
    return END;
  }

  private CountInstruction decref(CountInstruction now, int[] s, int t, int thread) {
    return switch (now) {
      case DECREF_LOAD_LOCAL -> {
        s[t + SEEN_LOCAL] = s[LOCAL];
        if (!isImmortal(s[LOCAL])) {
          yield DECREF_LOAD_TID;
        }
        s[t + REFERENCES]--;
        yield END;
      }
      case DECREF_LOAD_TID -> isOwner(s, thread) ? DECREF_STORE_LOCAL : DECREF_LOAD_SHARED;
      case DECREF_STORE_LOCAL -> {
        s[LOCAL] = s[t + SEEN_LOCAL] - 1;
        s[t + REFERENCES]--;
        yield s[LOCAL] == 0 ? LAST_LOAD_SHARED : END;
      }
      case DECREF_LOAD_SHARED -> {
        s[t + SEEN_SHARED] = s[SHARED];
        yield DECREF_CAS;
      }
      default -> {
        boolean queue = rules.queues(s[t + SEEN_SHARED]);
        if (!compareAndSwap(s, t, rules.decrement(s[t + SEEN_SHARED]))) {
          yield DECREF_CAS;
        }
        s[t + REFERENCES]--;
        if (queue) {
          s[QUEUES_REFERENCE]++;
          yield QUEUE_LOAD_TID;
        }
        yield rules.dies(s[SHARED]) ? FREE : END;
      }
    };
  }

  private CountInstruction lastLocal(CountInstruction now, int[] s, int t) {
    return switch (now) {
      case LAST_LOAD_SHARED -> {
        s[t + SEEN_SHARED] = s[SHARED];
        yield rules.ownerMayFree(s[SHARED]) ? FREE : LAST_STORE_TID;
      }
      case LAST_STORE_TID -> {
        s[TID] = BiasedCount.UNOWNED;
        yield LAST_CAS;
      }
      default -> {
        if (!compareAndSwap(s, t, rules.giveUp(s[t + SEEN_SHARED]))) {
          yield LAST_CAS;
        }
        yield rules.dies(s[SHARED]) ? FREE : END;
      }
    };
  }

  private CountInstruction tryIncref(CountInstruction now, int[] s, int t) {
    switch (now) {
      case TRY_LOAD_LOCAL -> {
        if (!isImmortal(s[LOCAL])) {
          return TRY_LOAD_SHARED;
        }
        s[t + REFERENCES]++;
        return END;
      }
      case TRY_LOAD_SHARED -> s[t + SEEN_SHARED] = s[SHARED];
      default -> {
        if (compareAndSwap(s, t, rules.increment(s[t + SEEN_SHARED]))) {
          s[t + REFERENCES]++;
          return END;
        }
      }
    }
    return rules.mayTry(s[t + SEEN_SHARED]) ? TRY_CAS : END;
  }

  private CountInstruction allowTries(CountInstruction now, int[] s, int t) {
    if (now == ALLOW_LOAD_LOCAL) {
      return isImmortal(s[LOCAL]) ? END : ALLOW_LOAD_SHARED;
    }
    if (now == ALLOW_LOAD_SHARED) {
      s[t + SEEN_SHARED] = s[SHARED];
    } else if (compareAndSwap(s, t, rules.allowTries(s[t + SEEN_SHARED]))) {
      return END;
    }
    return rules.allowTries(s[t + SEEN_SHARED]) == s[t + SEEN_SHARED] ? END : ALLOW_CAS;
  }

  /** Whether the object is this thread's own; only the thread itself can make this untrue. */
  protected boolean isOwner(int[] s, int thread) {
    return s[TID] == thread + 1;
  }

  /** Whether a local count is that of an object that lives for ever. */
  protected boolean isImmortal(int local) {
    return local == BiasedCount.IMMORTAL;
  }
}
