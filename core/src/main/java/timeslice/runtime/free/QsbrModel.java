package timeslice.runtime.free;

import org.jspecify.annotations.Nullable;
import timeslice.explore.StepModel;

/**
 * Readers who lock nothing and a writer who replaces what they read, one load and store at a time.
 *
 * <p>The writer is thread 0 and never reads. It publishes object 0 at first, then object 1 and so
 * on; each time it unlinks the old one, advances the write sequence, and frees the old one when a
 * scan over all threads says so. A reader attaches, loads the pointer, looks at the object twice,
 * becomes quiescent, and so on; at last it detaches. The object it looks at must not be freed.
 *
 * <p>All loads and stores here are sequentially consistent; CPython needs that for the store in
 * attach, and a fence before the scan. The class is open for wrong variants. Source: FACTS §2.8;
 * {@code Python/qsbr.c}.
 */
public class QsbrModel implements StepModel {

  /** Where a thread is. */
  private enum At {
    LOAD_SEQUENCE("read the write sequence"),
    STORE_COPY("store the copy"),
    LOAD_POINTER("read the pointer"),
    LOOK("look at the object"),
    LOOK_AGAIN("look at the object again"),
    DETACH("detach"),

    UNLINK("publish the next object"),
    ADVANCE("advance the write sequence"),
    SCAN("scan a thread's copy"),
    WAIT("scan again, now that it can help"),
    FREE("free the old object"),
    DONE("");

    private static final At[] ALL = values();

    private final String text;

    At(String text) {
      this.text = text;
    }
  }

  private static final int SEQUENCE = 0;
  private static final int POINTER = 1;
  private static final int FREED = 2;
  private static final int LOOKED_AT_FREED = 3;
  private static final int COPIES = 4;

  // each thread: where it is, rounds done, and registers
  private static final int AT = 0;
  private static final int ROUND = 1;
  private static final int LOADED = 2;
  private static final int MIN = 3;
  private static final int NEXT_TO_SCAN = 4;
  private static final int PER_THREAD = 5;

  private final int readers;
  private final int rounds;
  private final int replacements;

  /**
   * A model of one writer and some readers.
   *
   * @param rounds how often each reader loads the pointer, 1 or more
   * @param replacements how often the writer replaces the object, 31 at most
   */
  public QsbrModel(int readers, int rounds, int replacements) {
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be 1 or more, got " + rounds);
    }
    if (replacements < 0 || replacements > 31) {
      throw new IllegalArgumentException("replacements must be from 0 to 31, got " + replacements);
    }
    this.readers = readers;
    this.rounds = rounds;
    this.replacements = replacements;
  }

  @Override
  public int threads() {
    return 1 + readers;
  }

  @Override
  public int[] initial() {
    int[] s = new int[at(threads())];
    s[SEQUENCE] = Qsbr.FIRST;
    s[at(0) + AT] = firstOfWriter(0).ordinal();
    return s;
  }

  private At firstOfWriter(int round) {
    if (round == replacements) {
      return At.DONE;
    }
    return advancesFirst() ? At.ADVANCE : At.UNLINK;
  }

  @Override
  public boolean finished(int[] s, int thread) {
    return where(s, thread) == At.DONE;
  }

  @Override
  public boolean enabled(int[] s, int thread) {
    return switch (where(s, thread)) {
      case DONE -> false;
      case WAIT -> isReached(s[at(0) + LOADED], minOfAll(s));
      default -> true;
    };
  }

  @Override
  public void step(int[] s, int thread) {
    At now = where(s, thread);
    At next = thread == 0 ? write(s, at(0), now) : read(s, thread, at(thread), now);
    s[at(thread) + AT] = next.ordinal();
  }

  private At read(int[] s, int thread, int t, At now) {
    return switch (now) {
      case LOAD_SEQUENCE -> {
        s[t + LOADED] = s[SEQUENCE];
        yield At.STORE_COPY;
      }
      case STORE_COPY -> {
        s[COPIES + thread] = s[t + LOADED];
        yield At.LOAD_POINTER;
      }
      case LOAD_POINTER -> {
        s[t + LOADED] = s[POINTER];
        yield At.LOOK;
      }
      case LOOK -> {
        look(s, t);
        yield At.LOOK_AGAIN;
      }
      case LOOK_AGAIN -> {
        look(s, t);
        s[t + LOADED] = 0;
        s[t + ROUND]++;
        yield s[t + ROUND] == rounds ? At.DETACH : At.LOAD_SEQUENCE;
      }
      default -> {
        s[COPIES + thread] = Qsbr.OFFLINE;
        yield At.DONE;
      }
    };
  }

  private static void look(int[] s, int t) {
    if ((s[FREED] >> s[t + LOADED] & 1) == 1) {
      s[LOOKED_AT_FREED] = 1;
    }
  }

  private At write(int[] s, int t, At now) {
    return switch (now) {
      case UNLINK -> {
        s[POINTER]++;
        yield advancesFirst() ? scanAll(s, t) : At.ADVANCE;
      }
      case ADVANCE -> {
        s[SEQUENCE] += Qsbr.INCREMENT;
        s[t + LOADED] = s[SEQUENCE]; // the goal
        yield advancesFirst() ? At.UNLINK : scanAll(s, t);
      }
      case SCAN -> {
        s[t + NEXT_TO_SCAN]++;
        int copy = s[COPIES + s[t + NEXT_TO_SCAN]];
        if (counts(copy)) {
          s[t + MIN] = Math.min(s[t + MIN], copy);
        }
        if (s[t + NEXT_TO_SCAN] < readers) {
          yield At.SCAN;
        }
        yield isReached(s[t + LOADED], s[t + MIN]) ? At.FREE : At.WAIT;
      }
      case WAIT -> scanAll(s, t);
      default -> {
        s[FREED] |= 1 << (s[POINTER] - 1);
        s[t + ROUND]++;
        s[t + NEXT_TO_SCAN] = 0;
        yield firstOfWriter(s[t + ROUND]);
      }
    };
  }

  private At scanAll(int[] s, int t) {
    s[t + MIN] = s[SEQUENCE];
    s[t + NEXT_TO_SCAN] = 0;
    return readers == 0 ? At.FREE : At.SCAN;
  }

  private int minOfAll(int[] s) {
    int min = s[SEQUENCE];
    for (int thread = 1; thread < threads(); thread++) {
      min = counts(s[COPIES + thread]) ? Math.min(min, s[COPIES + thread]) : min;
    }
    return min;
  }

  /** Whether memory may be freed, given the smallest copy that counts. */
  protected boolean isReached(int goal, int min) {
    return goal <= min;
  }

  /** Whether a thread with this copy can delay anybody. */
  protected boolean counts(int copy) {
    return copy != Qsbr.OFFLINE;
  }

  /** Whether the writer advances before it has unlinked: it does not. */
  protected boolean advancesFirst() {
    return false;
  }

  @Override
  public String describe(int[] s, int thread) {
    At now = where(s, thread);
    return switch (now) {
      case LOAD_SEQUENCE, ADVANCE -> now.text + " = " + s[SEQUENCE];
      case LOAD_POINTER -> now.text + " = " + s[POINTER];
      case FREE -> "free object " + (s[POINTER] - 1);
      default -> now.text;
    };
  }

  @Override
  public @Nullable String violation(int[] s) {
    return s[LOOKED_AT_FREED] == 1 ? "a reader looked at a freed object" : null;
  }

  /** How many objects are freed. */
  public int freed(int[] state) {
    return Integer.bitCount(state[FREED]);
  }

  private int at(int thread) {
    return COPIES + threads() + thread * PER_THREAD;
  }

  private At where(int[] s, int thread) {
    return At.ALL[s[at(thread) + AT]];
  }
}
