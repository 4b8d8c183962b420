package timeslice.runtime.free;

/**
 * The memory of an {@link OptimisticListModel}: the list, its arrays, the objects, and the
 * sequences of {@link Qsbr}.
 *
 * <p>An object is a number and a reference count. Once the count has fallen to 0 its memory is used
 * again, by the next object that somebody makes; a slot with the same object number may then mean
 * another object. Objects are named by number + 1, so that 0 is an empty slot.
 */
final class ListMemory {
  static final int EMPTY = 0;

  // the list
  private static final int ARRAY = ListWords.MEMORY;
  private static final int SIZE = ListWords.MEMORY + 1;
  private static final int LOCK = ListWords.MEMORY + 2;
  private static final int FIRST_ARRAY = ListWords.MEMORY + 3;

  /** An array's first word is 0 while it is in use, then its goal, and at last this. */
  private static final int ARRAY_FREED = -1;

  // an object
  private static final int COUNT = 0;
  private static final int VALUE = 1;
  private static final int ALIVE = 2;
  private static final int WORDS_OF_OBJECT = 3;

  /** How many numbers of which kind there are: it is the same in all states of a model. */
  record Sizes(int threads, int arrays, int firstCapacity, int objects) {
    /** Arrays grow by one item, and so more often than CPython's. */
    int capacity(int array) {
      return firstCapacity + array;
    }

    private int array(int array) {
      return FIRST_ARRAY + array * (1 + firstCapacity + arrays);
    }

    private int object(int object) {
      return array(arrays) + WORDS_OF_OBJECT * (object - 1);
    }

    private int qsbr() {
      return object(objects + 1);
    }

    /** Where the threads begin. */
    int end() {
      return qsbr() + Qsbr.words(threads);
    }
  }

  private final int[] words;
  private final Sizes sizes;

  ListMemory(int[] words, Sizes sizes) {
    this.words = words;
    this.sizes = sizes;
  }

  void start() {
    words[sizes.qsbr()] = Qsbr.FIRST;
  }

  int array() {
    return words[ARRAY];
  }

  void publish(int array) {
    words[ARRAY] = array;
  }

  int size() {
    return words[SIZE];
  }

  void setSize(int size) {
    words[SIZE] = size;
  }

  boolean isLocked() {
    return words[LOCK] != 0;
  }

  void lock(int thread) {
    words[LOCK] = thread + 1;
  }

  void unlock() {
    words[LOCK] = 0;
  }

  int slot(int array, int index) {
    return words[sizes.array(array) + 1 + index];
  }

  void setSlot(int array, int index, int object) {
    words[sizes.array(array) + 1 + index] = object;
  }

  void copyArray(int from, int to) {
    for (int i = 0; i < sizes.capacity(from); i++) {
      setSlot(to, i, slot(from, i));
    }
  }

  boolean isFreed(int array) {
    return words[sizes.array(array)] == ARRAY_FREED;
  }

  void retire(int array) {
    words[sizes.array(array)] = qsbr().retire();
  }

  void freeArray(int array) {
    words[sizes.array(array)] = ARRAY_FREED;
  }

  /** Frees the retired arrays that no thread can have a pointer to. */
  void freeArrays() {
    for (int array = 0; array < sizes.arrays(); array++) {
      int goal = words[sizes.array(array)];
      if (goal > 0 && qsbr().isReached(goal)) {
        freeArray(array);
      }
    }
  }

  Qsbr qsbr() {
    return new Qsbr(words, sizes.qsbr(), sizes.threads());
  }

  /** A new object with one reference, in the first memory that is free. */
  int make(int value) {
    int object = 1;
    while (isAlive(object)) {
      object++;
    }
    words[sizes.object(object) + COUNT] = 1;
    words[sizes.object(object) + VALUE] = value;
    words[sizes.object(object) + ALIVE] = 1;
    return object;
  }

  boolean isAlive(int object) {
    return words[sizes.object(object) + ALIVE] == 1;
  }

  int count(int object) {
    return words[sizes.object(object) + COUNT];
  }

  void setCount(int object, int count) {
    words[sizes.object(object) + COUNT] = count;
  }

  /** One reference less; after the last one the object's memory is free. */
  void drop(int object) {
    setCount(object, count(object) - 1);
    if (count(object) == 0) {
      words[sizes.object(object) + ALIVE] = 0;
    }
  }

  int value(int object) {
    return words[sizes.object(object) + VALUE];
  }

  /** Whether everything in the list is an object. */
  boolean isWhole() {
    for (int i = 0; i < size(); i++) {
      if (!isAlive(slot(array(), i))) {
        return false;
      }
    }
    return true;
  }

  /** What the list has at this index now, as one bit of a set of numbers; 0 if nothing. */
  int bitAt(int index) {
    return index < size() ? 1 << value(slot(array(), index)) : 0;
  }
}
