package timeslice.runtime.free;

import static timeslice.runtime.free.ListWords.*;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import timeslice.explore.StepModel;

/**
 * A list that several threads read without a lock and change under one.
 *
 * <p>A reader loads the array, then the item, then takes a reference if the item's count is not 0
 * already, and then looks whether all is as it was. It has to: between its loads the item may have
 * been replaced and freed, and its memory may be another object by now. If anything has changed it
 * drops what it took, and tries again under the lock. A list that grows publishes a longer array;
 * the old one is retired through {@link Qsbr}, because a reader may still be in it.
 *
 * <p>Counts are simple here; {@link BiasedCountModel} shows how they are made. CPython's try also
 * fails for an object that nobody has marked, which costs time and changes no answer. Source: FACTS
 * §2.8; PEP 703.
 */
public final class OptimisticListModel implements StepModel {
  /** What a thread's register has after an index that is out of range. */
  public static final int INDEX_ERROR = -1;

  private final List<Integer> first;
  private final List<List<ListOperation>> operations = new ArrayList<>();
  private final ListMemory.Sizes sizes;
  private final ListCode code;

  /** A list with these numbers, and threads with their operations. */
  public OptimisticListModel(List<Integer> first, List<List<ListOperation>> operations) {
    this(first, operations, new ListCode());
  }

  /**
   * The same with other code, for tests of the code.
   *
   * @param first numbers from 0 to 30; they fill the first array
   */
  public OptimisticListModel(
      List<Integer> first, List<List<ListOperation>> operations, ListCode code) {
    this.code = code;
    this.first = List.copyOf(first);
    int makes = 0;
    int appends = 0;
    for (List<ListOperation> ofThread : operations) {
      this.operations.add(List.copyOf(ofThread));
      for (ListOperation operation : ofThread) {
        appends += operation.kind() == ListOperation.Kind.APPEND ? 1 : 0;
        requireInside(operation);
        makes += operation.makesObject() ? 1 : 0;
      }
    }
    sizes =
        new ListMemory.Sizes(operations.size(), 1 + appends, first.size(), first.size() + makes);
  }

  private void requireInside(ListOperation operation) {
    boolean sets =
        operation.kind() == ListOperation.Kind.SET
            || operation.kind() == ListOperation.Kind.SET_NEXT;
    if (sets && operation.index() >= first.size()) {
      throw new IllegalArgumentException(
          "an index to set must be below " + first.size() + ", got " + operation.index());
    }
  }

  @Override
  public int threads() {
    return operations.size();
  }

  @Override
  public int[] initial() {
    int[] s = new int[at(threads())];
    ListMemory memory = memory(s);
    memory.start();
    for (int i = 0; i < first.size(); i++) {
      memory.setSlot(0, i, memory.make(first.get(i)));
    }
    memory.setSize(first.size());
    for (int thread = 0; thread < threads(); thread++) {
      memory.qsbr().attach(thread);
      begin(s, thread, 0);
    }
    return s;
  }

  @Override
  public boolean finished(int[] s, int thread) {
    return now(s, thread) == ListInstruction.END;
  }

  @Override
  public boolean enabled(int[] s, int thread) {
    return switch (now(s, thread)) {
      case END -> false;
      case GET_LOCK, APPEND_LOCK, SET_LOCK -> !code.locks() || !memory(s).isLocked();
      default -> true;
    };
  }

  @Override
  public void step(int[] s, int thread) {
    int t = at(thread);
    ListMemory memory = memory(s);
    var call = new ListCode.Call(thread, operation(s, thread), memory, sizes);
    ListInstruction next = code.execute(now(s, thread), s, t, call);
    if (next == ListInstruction.END) {
      begin(s, thread, s[t + OPERATION] + 1);
    } else {
      s[t + INSTRUCTION] = next.ordinal();
    }
    for (int each = 0; each < threads(); each++) {
      noteWhatIsThere(s, each, memory);
    }
  }

  private void begin(int[] s, int thread, int index) {
    int t = at(thread);
    List<ListOperation> mine = operations.get(thread);
    ListInstruction next =
        index < mine.size()
            ? mine.get(index).first()
            : index == mine.size() ? ListInstruction.LEAVE : ListInstruction.END;
    s[t + OPERATION] = index;
    s[t + INSTRUCTION] = next.ordinal();
    s[t + SEEN_ARRAY] = 0;
    s[t + ITEM] = 0;
    s[t + SEEN] = 0;
    s[t + DURING_CALL] = 0;
  }

  /** Whoever is inside of a call may return what the list has at that index now. */
  private void noteWhatIsThere(int[] s, int thread, ListMemory memory) {
    if (now(s, thread).isInsideGet()) {
      s[at(thread) + DURING_CALL] |= memory.bitAt(operation(s, thread).index());
    }
  }

  private ListOperation operation(int[] s, int thread) {
    List<ListOperation> mine = operations.get(thread);
    int index = s[at(thread) + OPERATION];
    return index < mine.size() ? mine.get(index) : ListOperation.pause();
  }

  private ListMemory memory(int[] s) {
    return new ListMemory(s, sizes);
  }

  private int at(int thread) {
    return sizes.end() + thread * PER_THREAD;
  }

  private ListInstruction now(int[] s, int thread) {
    return ListInstruction.of(s[at(thread) + INSTRUCTION]);
  }

  /** The numbers in the list. */
  public List<Integer> contents(int[] state) {
    ListMemory memory = memory(state);
    List<Integer> contents = new ArrayList<>();
    for (int i = 0; i < memory.size(); i++) {
      contents.add(memory.value(memory.slot(memory.array(), i)));
    }
    return contents;
  }

  /** What the thread's last {@code l[i]} returned, {@link #INDEX_ERROR} if it raised. */
  public int result(int[] state, int thread) {
    return state[at(thread) + RESULT];
  }

  /** How many arrays were freed. */
  int freedArrays(int[] state) {
    ListMemory memory = memory(state);
    int freed = 0;
    for (int array = 0; array < sizes.arrays(); array++) {
      freed += memory.isFreed(array) ? 1 : 0;
    }
    return freed;
  }

  @Override
  public String describe(int[] s, int thread) {
    return now(s, thread).text();
  }

  @Override
  public @Nullable String violation(int[] s) {
    return switch (s[BROKEN]) {
      case FREED_ARRAY_READ -> "a reader read a freed array";
      case NEVER_THERE -> "a reader returned what was not in the list during the call";
      default -> memory(s).isWhole() ? null : "an item of the list was freed";
    };
  }
}
