package timeslice.runtime.free;

/**
 * One thing that a thread of an {@link OptimisticListModel} does.
 *
 * @param index the index into the list; -1 if there is none
 * @param value the number in the new object, from 0 to 30; -1 if there is none
 */
public record ListOperation(Kind kind, int index, int value) {

  /** What may be done. */
  public enum Kind {
    /** Reads an item into the thread's register: {@code x = l[i]}. */
    GET(ListInstruction.GET_LOAD_SIZE),
    /** Appends a new object: {@code l.append(v)}. */
    APPEND(ListInstruction.APPEND_MAKE),
    /** Replaces an item by a new object: {@code l[i] = v}. */
    SET(ListInstruction.SET_MAKE),
    /** Replaces an item by the register plus 1: {@code l[i] = x + 1}. */
    SET_NEXT(ListInstruction.SET_MAKE),
    /** Makes an object that never goes into the list, and keeps it. */
    MAKE(ListInstruction.MAKE),
    /** Has no pointer at this moment, see {@link Qsbr}. */
    PAUSE(ListInstruction.PAUSE);

    private final ListInstruction first;

    Kind(ListInstruction first) {
      this.first = first;
    }
  }

  public static ListOperation get(int index) {
    return new ListOperation(Kind.GET, index, -1);
  }

  public static ListOperation append(int value) {
    return new ListOperation(Kind.APPEND, -1, value);
  }

  public static ListOperation set(int index, int value) {
    return new ListOperation(Kind.SET, index, value);
  }

  public static ListOperation setNext(int index) {
    return new ListOperation(Kind.SET_NEXT, index, -1);
  }

  public static ListOperation make(int value) {
    return new ListOperation(Kind.MAKE, -1, value);
  }

  public static ListOperation pause() {
    return new ListOperation(Kind.PAUSE, -1, -1);
  }

  boolean makesObject() {
    return kind != Kind.GET && kind != Kind.PAUSE;
  }

  ListInstruction first() {
    return kind.first;
  }
}
