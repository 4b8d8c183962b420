package timeslice.runtime.free;

/**
 * The locks of objects in free-threaded CPython, and each thread's stack of critical sections.
 *
 * <p>A section locks one object, or two of which the one with the lower number (in CPython the
 * lower address) is locked first. A thread that has to wait detaches, and a thread that detaches
 * suspends its sections: it unlocks them all. A suspended section is locked again when it is on top
 * of the stack. So an outer section protects its object only while no inner section waits; the
 * object may have changed afterwards and must be looked at again.
 *
 * <p>Why nobody deadlocks: who waits holds nothing, with one exception. A thread that has the first
 * of two objects keeps it while it waits for the second, and there the common order helps.
 *
 * <p>A thread between {@link #begin} and having the locks is not {@link #isRunning running}; it
 * gets on by {@link #proceed}. When several wait for an object, whoever proceeds first gets it.
 * Locking is one step for each lock; unlocking several is one step, because that alone can make
 * nobody wait. The state is a vector of numbers, so that a {@link CriticalSectionModel} can be
 * explored. Source: FACTS §2.8; {@code Python/critical_section.c}.
 */
public class CriticalSections {
  private static final int NONE = 0;

  // each thread: how many sections it is in, and how many locks of the top one it has already
  private static final int DEPTH = 0;
  private static final int LOCKED = 1;
  private static final int FIRST_SECTION = 2;

  // each section: its objects (number + 1, or none), whether it is locked, and how often entered
  private static final int FIRST = 0;
  private static final int SECOND = 1;
  private static final int ACTIVE = 2;
  private static final int REPEATS = 3;
  private static final int PER_SECTION = 4;

  private final int objects;
  private final int depth;
  private final WhenBlocked whenBlocked;
  private final int[] words;

  /**
   * Objects 0 to {@code objects - 1}, none of them locked.
   *
   * @param depth how many sections a thread may be in at once
   */
  public CriticalSections(int threads, int objects, int depth, WhenBlocked whenBlocked) {
    this(new int[words(threads, objects, depth)], objects, depth, whenBlocked);
  }

  /** A view of the first words of a state. */
  CriticalSections(int[] words, int objects, int depth, WhenBlocked whenBlocked) {
    this.words = words;
    this.objects = objects;
    this.depth = depth;
    this.whenBlocked = whenBlocked;
  }

  /** How many numbers the state has. */
  static int words(int threads, int objects, int depth) {
    return objects + threads * (FIRST_SECTION + depth * PER_SECTION);
  }

  /** Whether the thread has all locks of its top section, or is in none. */
  public boolean isRunning(int thread) {
    int sections = words[at(thread) + DEPTH];
    return sections == 0 || words[section(thread, sections - 1) + ACTIVE] == 1;
  }

  /** The thread enters a section on one object. */
  public void begin(int thread, int object) {
    requireRunning(thread);
    int sections = words[at(thread) + DEPTH];
    if (sections > 0 && isOn(section(thread, sections - 1), object)) {
      words[section(thread, sections - 1) + REPEATS]++; // it has that lock already
      return;
    }
    push(thread, object + 1, NONE);
  }

  /** The thread enters a section on two objects, in whatever order they are named. */
  public void begin(int thread, int one, int other) {
    if (one == other) {
      begin(thread, one);
      return;
    }
    requireRunning(thread);
    boolean asNamed = isLockedFirst(one, other);
    push(thread, (asNamed ? one : other) + 1, (asNamed ? other : one) + 1);
  }

  /** Which of two objects is locked first: any order will do as long as all threads agree. */
  protected boolean isLockedFirst(int one, int other) {
    return one < other;
  }

  private void push(int thread, int first, int second) {
    int sections = words[at(thread) + DEPTH];
    if (sections == depth) {
      throw new IllegalStateException(
          "thread " + thread + " is in " + depth + " sections already; make room for more");
    }
    int top = section(thread, sections);
    words[top + FIRST] = first;
    words[top + SECOND] = second;
    words[at(thread) + DEPTH] = sections + 1;
    proceed(thread);
  }

  /** Whether a thread that is not running can do something about it. */
  public boolean canProceed(int thread) {
    return isFree(wanted(thread)) || hasToSuspend(thread);
  }

  /**
   * Such a thread takes the next lock it wants; or, if it is not to be had, lets go of the rest.
   */
  public void proceed(int thread) {
    int wanted = wanted(thread);
    if (!isFree(wanted)) {
      suspendBelow(thread, words[at(thread) + DEPTH] - 1);
      return;
    }
    words[wanted - 1] = thread + 1;
    int top = section(thread, words[at(thread) + DEPTH] - 1);
    if (wanted == words[top + FIRST] && words[top + SECOND] != NONE) {
      words[at(thread) + LOCKED] = 1;
    } else {
      words[at(thread) + LOCKED] = 0;
      words[top + ACTIVE] = 1;
    }
  }

  /** The thread leaves its top section, and has to lock the one below again if it is suspended. */
  public void end(int thread) {
    requireRunning(thread);
    int sections = words[at(thread) + DEPTH];
    if (sections == 0) {
      throw new IllegalStateException("thread " + thread + " is in no section that could end");
    }
    int top = section(thread, sections - 1);
    if (words[top + REPEATS] > 0) {
      words[top + REPEATS]--;
      return;
    }
    unlock(top);
    words[top + FIRST] = NONE;
    words[top + SECOND] = NONE;
    words[at(thread) + DEPTH] = sections - 1;
  }

  /** The thread blocks outside of Python, as in a system call, and will have to proceed. */
  public void detach(int thread) {
    requireRunning(thread);
    suspendBelow(thread, words[at(thread) + DEPTH]);
  }

  /** Suspends the sections below this one, from the top down; below a suspended one all are. */
  private void suspendBelow(int thread, int sections) {
    if (whenBlocked == WhenBlocked.SUSPEND) {
      for (int i = sections - 1; i >= 0 && words[section(thread, i) + ACTIVE] == 1; i--) {
        unlock(section(thread, i));
      }
    }
  }

  private boolean hasToSuspend(int thread) {
    int sections = words[at(thread) + DEPTH];
    return whenBlocked == WhenBlocked.SUSPEND
        && sections > 1
        && words[section(thread, sections - 2) + ACTIVE] == 1;
  }

  private void unlock(int section) {
    words[words[section + FIRST] - 1] = NONE;
    if (words[section + SECOND] != NONE) {
      words[words[section + SECOND] - 1] = NONE;
    }
    words[section + ACTIVE] = 0;
  }

  /** The object, plus 1, that a thread which is not running must lock next. */
  private int wanted(int thread) {
    int top = section(thread, words[at(thread) + DEPTH] - 1);
    return words[top + (words[at(thread) + LOCKED] == 0 ? FIRST : SECOND)];
  }

  private boolean isFree(int objectPlusOne) {
    return words[objectPlusOne - 1] == NONE;
  }

  private boolean isOn(int section, int object) {
    return words[section + FIRST] == object + 1 || words[section + SECOND] == object + 1;
  }

  /** The thread that has this object locked, -1 if none has. */
  public int holder(int object) {
    return words[object] - 1;
  }

  /** The object that a thread which is not running must lock next. */
  public int waitsFor(int thread) {
    return wanted(thread) - 1;
  }

  /** How many sections the thread is in. */
  public int depth(int thread) {
    return words[at(thread) + DEPTH];
  }

  private void requireRunning(int thread) {
    if (!isRunning(thread)) {
      throw new IllegalStateException(
          "thread " + thread + " must proceed first; it waits for object " + waitsFor(thread));
    }
  }

  private int at(int thread) {
    return objects + thread * (FIRST_SECTION + depth * PER_SECTION);
  }

  private int section(int thread, int index) {
    return at(thread) + FIRST_SECTION + index * PER_SECTION;
  }
}
