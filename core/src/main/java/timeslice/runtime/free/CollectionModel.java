package timeslice.runtime.free;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeslice.explore.StepModel;

/**
 * One function with a deferred reference count, threads that call it, and a collector.
 *
 * <p>A global variable has the only reference that is counted. A thread that calls the function
 * puts it onto its evaluation stack without counting, so a count of 0 says nothing; whether the
 * function is still in use, only the stacks know. The collector, which is the last thread, reads
 * them one after the other. For that it stops the world: it asks all threads to stop, and waits
 * until each has come to a check or is detached. The last collection comes when all threads have
 * finished.
 *
 * <p>The class is open for a collector that does not stop the world. Source: FACTS §2.8; PEP 703.
 */
public class CollectionModel implements StepModel {

  /** One thing that a thread does; a call pushes the function, and a return pops it. */
  public enum Operation {
    /** Reads the global variable and pushes what it has; a NameError if that is nothing. */
    CALL,
    /** Uses the function on top of the stack, and pops it. */
    RETURN,
    /** {@code del f}: empties the global variable and drops its reference. */
    DELETE,
    /** Looks at the eval-breaker, and stops here if the world is to be stopped. */
    CHECK,
    /** Is detached for a while. */
    BLOCK
  }

  // what all share
  private static final int STOP = 0;
  private static final int GLOBAL = 1;
  private static final int COUNT = 2;
  private static final int FREED = 3;
  private static final int USED_AFTER_FREE = 4;
  // the collector: collections done, its place in one, threads scanned, and what it found
  private static final int ROUND = 5;
  private static final int PLACE = 6;
  private static final int SCANNED = 7;
  private static final int FOUND = 8;
  private static final int FIRST_THREAD = 9;

  // each other thread: where it is, what it has loaded, and how often the function is on its stack
  private static final int OPERATION = 0;
  private static final int HALFWAY = 1;
  private static final int LOADED = 2;
  private static final int ON_STACK = 3;
  private static final int STOPPED = 4;
  private static final int PER_THREAD = 5;

  // values of PLACE
  private static final int REQUEST = 0;
  private static final int SCAN = 1;
  private static final int DECIDE = 2;
  private static final int RESUME = 3;

  private final List<List<Operation>> operations = new ArrayList<>();
  private final int collections;

  /**
   * A model of these threads and a collector.
   *
   * @param collections how many there are, the last one at the end included; 1 or more
   */
  public CollectionModel(List<List<Operation>> operations, int collections) {
    for (List<Operation> ofThread : operations) {
      this.operations.add(List.copyOf(ofThread));
    }
    this.collections = collections;
  }

  private int collector() {
    return operations.size();
  }

  @Override
  public int threads() {
    return operations.size() + 1;
  }

  @Override
  public int[] initial() {
    int[] s = new int[at(operations.size())];
    s[GLOBAL] = 1;
    s[COUNT] = 1;
    return s;
  }

  @Override
  public boolean finished(int[] s, int thread) {
    return thread == collector()
        ? s[ROUND] == collections
        : s[at(thread) + OPERATION] == operations.get(thread).size();
  }

  @Override
  public boolean enabled(int[] s, int thread) {
    if (finished(s, thread)) {
      return false;
    }
    if (thread != collector()) {
      return s[at(thread) + STOPPED] == 0 || s[STOP] == 0;
    }
    return switch (s[PLACE]) {
      case REQUEST -> s[ROUND] < collections - 1 || allFinished(s);
      case SCAN -> s[STOP] == 0 || allStopped(s);
      default -> true;
    };
  }

  private boolean allFinished(int[] s) {
    for (int thread = 0; thread < collector(); thread++) {
      if (!finished(s, thread)) {
        return false;
      }
    }
    return true;
  }

  private boolean allStopped(int[] s) {
    for (int thread = 0; thread < collector(); thread++) {
      if (!finished(s, thread) && s[at(thread) + STOPPED] == 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void step(int[] s, int thread) {
    if (thread == collector()) {
      collect(s);
    } else {
      run(s, at(thread), operations.get(thread).get(s[at(thread) + OPERATION]));
    }
  }

  private void collect(int[] s) {
    switch (s[PLACE]) {
      case REQUEST -> {
        s[STOP] = stopsTheWorld() ? 1 : 0;
        s[PLACE] = SCAN;
      }
      case SCAN -> {
        s[FOUND] += s[at(s[SCANNED]) + ON_STACK];
        s[SCANNED]++;
        s[PLACE] = s[SCANNED] == collector() ? DECIDE : SCAN;
      }
      case DECIDE -> {
        if (s[COUNT] == 0 && s[FOUND] == 0) {
          s[FREED] = 1;
        }
        s[PLACE] = RESUME;
      }
      default -> {
        s[STOP] = 0;
        s[PLACE] = REQUEST;
        s[SCANNED] = 0;
        s[FOUND] = 0;
        s[ROUND]++;
      }
    }
  }

  private static void run(int[] s, int t, Operation operation) {
    boolean second = s[t + HALFWAY] == 1;
    boolean over = second;
    switch (operation) {
      case CALL -> {
        if (second) {
          s[t + ON_STACK]++;
        } else {
          s[t + LOADED] = s[GLOBAL];
          over = s[GLOBAL] == 0;
        }
      }
      case RETURN -> {
        if (s[t + ON_STACK] > 0) {
          s[USED_AFTER_FREE] |= s[FREED];
          s[t + ON_STACK]--;
        }
        over = true;
      }
      case DELETE -> {
        if (second) {
          s[COUNT]--;
        } else {
          over = s[GLOBAL] == 0;
          s[GLOBAL] = 0;
        }
      }
      case CHECK -> {
        s[t + STOPPED] = second ? 0 : s[STOP];
        over = second || s[STOP] == 0;
      }
      case BLOCK -> s[t + STOPPED] = second ? 0 : 1;
    }
    s[t + HALFWAY] = over ? 0 : 1;
    if (over) {
      s[t + LOADED] = 0;
      s[t + OPERATION]++;
    }
  }

  /** Whether the collector waits until all threads stand still: it does. */
  protected boolean stopsTheWorld() {
    return true;
  }

  @Override
  public String describe(int[] s, int thread) {
    if (thread == collector()) {
      return switch (s[PLACE]) {
        case REQUEST -> stopsTheWorld() ? "ask all to stop" : "begin";
        case SCAN -> "scan the stack of thread " + s[SCANNED];
        case DECIDE -> s[COUNT] + " counted, " + s[FOUND] + " on stacks";
        default -> "let all go on";
      };
    }
    boolean second = s[at(thread) + HALFWAY] == 1;
    return switch (operations.get(thread).get(s[at(thread) + OPERATION])) {
      case CALL -> second ? "push f" : "read global f";
      case RETURN -> "pop f";
      case DELETE -> second ? "decref f" : "del f";
      case CHECK -> second ? "go on" : "check";
      case BLOCK -> second ? "attach" : "detach";
    };
  }

  @Override
  public @Nullable String violation(int[] s) {
    return s[USED_AFTER_FREE] == 1 ? "a function was used after it was freed" : null;
  }

  /** Whether the function is freed. */
  public boolean isFreed(int[] state) {
    return state[FREED] == 1;
  }

  private static int at(int thread) {
    return FIRST_THREAD + thread * PER_THREAD;
  }
}
