package timeslice.runtime.free;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeslice.explore.StepModel;

/**
 * Threads that enter and leave critical sections on a few objects, each of which holds a number.
 *
 * <p>A thread reads an object's number into its register and later writes the register plus 1: two
 * steps, so that a write by somebody else in between is lost. With {@link WhenBlocked#SUSPEND} no
 * schedule ends in a deadlock, whatever the nesting; with {@link WhenBlocked#HOLD} opposite nesting
 * does.
 */
public class CriticalSectionModel implements StepModel {
  private static final int OPERATION = 0;
  private static final int REGISTER = 1;
  private static final int PER_THREAD = 2;

  private final List<List<SectionOperation>> operations = new ArrayList<>();
  private final WhenBlocked whenBlocked;
  private int objects = 1;
  private int depth = 1;

  /** A model of these threads, each with its operations in order; every section must end. */
  public CriticalSectionModel(List<List<SectionOperation>> operations, WhenBlocked whenBlocked) {
    this.whenBlocked = whenBlocked;
    for (List<SectionOperation> ofThread : operations) {
      this.operations.add(List.copyOf(ofThread));
      measure(ofThread);
    }
  }

  private void measure(List<SectionOperation> ofThread) {
    int open = 0;
    for (SectionOperation operation : ofThread) {
      objects = Math.max(objects, Math.max(operation.first(), operation.second()) + 1);
      switch (operation.kind()) {
        case BEGIN -> open++;
        case END -> open--;
        case READ, WRITE, BLOCK -> {}
      }
      depth = Math.max(depth, open);
      if (open < 0) {
        break;
      }
    }
    if (open != 0) {
      throw new IllegalArgumentException(
          "every section that begins must end, got " + open + " more begins than ends");
    }
  }

  /** The locks and stacks in a state. */
  protected CriticalSections sections(int[] state) {
    return new CriticalSections(state, objects, depth, whenBlocked);
  }

  /** How many objects there are. */
  final int objects() {
    return objects;
  }

  /** How deep sections are nested at most. */
  final int depth() {
    return depth;
  }

  /** An object's number. */
  public final int value(int[] state, int object) {
    return state[firstValue() + object];
  }

  private int firstValue() {
    return CriticalSections.words(threads(), objects, depth);
  }

  private int at(int thread) {
    return firstValue() + objects + thread * PER_THREAD;
  }

  @Override
  public int threads() {
    return operations.size();
  }

  @Override
  public int[] initial() {
    return new int[at(threads())];
  }

  @Override
  public boolean finished(int[] state, int thread) {
    return state[at(thread) + OPERATION] == operations.get(thread).size()
        && sections(state).isRunning(thread);
  }

  @Override
  public boolean enabled(int[] state, int thread) {
    CriticalSections sections = sections(state);
    return sections.isRunning(thread)
        ? state[at(thread) + OPERATION] < operations.get(thread).size()
        : sections.canProceed(thread);
  }

  @Override
  public void step(int[] state, int thread) {
    CriticalSections sections = sections(state);
    if (!sections.isRunning(thread)) {
      sections.proceed(thread);
      return;
    }
    int t = at(thread);
    SectionOperation operation = operations.get(thread).get(state[t + OPERATION]);
    state[t + OPERATION]++;
    int object = operation.first();
    switch (operation.kind()) {
      case BEGIN -> {
        if (operation.second() < 0) {
          sections.begin(thread, object);
        } else {
          sections.begin(thread, object, operation.second());
        }
      }
      case END -> sections.end(thread);
      case READ -> state[t + REGISTER] = value(state, object);
      case WRITE -> {
        state[firstValue() + object] = state[t + REGISTER] + 1;
        state[t + REGISTER] = 0;
      }
      case BLOCK -> sections.detach(thread);
    }
  }

  @Override
  public String describe(int[] state, int thread) {
    CriticalSections sections = sections(state);
    if (sections.isRunning(thread)) {
      SectionOperation operation = operations.get(thread).get(state[at(thread) + OPERATION]);
      return operation.text() + (isTaken(sections, thread, operation) ? ", taken" : "");
    }
    int object = sections.waitsFor(thread);
    String name = SectionOperation.name(object);
    return sections.holder(object) < 0 ? "lock " + name : "suspend all sections, wait for " + name;
  }

  /**
   * Whether one of the objects to lock is locked; the thread then suspends its sections at once.
   */
  private static boolean isTaken(
      CriticalSections sections, int thread, SectionOperation operation) {
    return operation.kind() == SectionOperation.Kind.BEGIN
        && (isTaken(sections, thread, operation.first())
            || isTaken(sections, thread, operation.second()));
  }

  private static boolean isTaken(CriticalSections sections, int thread, int object) {
    return object >= 0 && sections.holder(object) >= 0 && sections.holder(object) != thread;
  }

  /**
   * Who waits holds nothing, except the first object of the two it is about to lock; and it is that
   * order, the same for all, which keeps those from waiting in a circle.
   */
  @Override
  public @Nullable String violation(int[] state) {
    CriticalSections sections = sections(state);
    for (int thread = 0; thread < threads(); thread++) {
      boolean waits = !sections.isRunning(thread) && !sections.canProceed(thread);
      for (int object = 0; waits && object < objects; object++) {
        if (whenBlocked == WhenBlocked.SUSPEND
            && sections.holder(object) == thread
            && object > sections.waitsFor(thread)) {
          return "thread "
              + thread
              + " holds "
              + SectionOperation.name(object)
              + " while it waits for "
              + SectionOperation.name(sections.waitsFor(thread));
        }
      }
    }
    return null;
  }
}
