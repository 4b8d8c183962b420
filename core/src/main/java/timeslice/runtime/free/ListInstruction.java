package timeslice.runtime.free;

/** The atomic steps of the operations on a list, in the order in which they happen. */
public enum ListInstruction {
  // l[i] without a lock
  GET_LOAD_SIZE("get: read size"),
  GET_LOAD_ARRAY("get: read array"),
  GET_LOAD_ITEM("get: read slot"),
  GET_LOAD_COUNT("get: read the item's count"),
  GET_CAS_COUNT("get: CAS the item's count"),
  GET_CHECK_SLOT("get: read slot again"),
  GET_CHECK_ARRAY("get: read array again"),
  GET_UNDO("get: drop the item again"),
  // l[i] with the lock, if that did not work
  GET_LOCK("get: lock"),
  GET_LOCKED("get: take the item"),
  GET_UNLOCK("get: unlock"),
  GET_RETURN("get: return"),

  APPEND_MAKE("append: make an object"),
  APPEND_LOCK("append: lock"),
  APPEND_LOAD_SIZE("append: read size"),
  /** Nobody can see the new array yet, so filling it is one step. */
  APPEND_COPY("append: copy into a longer array"),
  APPEND_PUBLISH("append: publish the longer array"),
  APPEND_RETIRE("append: retire the old array"),
  APPEND_STORE_ITEM("append: write slot"),
  APPEND_STORE_SIZE("append: write size"),
  APPEND_UNLOCK("append: unlock"),

  SET_MAKE("set: make an object"),
  SET_LOCK("set: lock"),
  SET_STORE("set: write slot"),
  SET_UNLOCK("set: unlock"),
  SET_DROP("set: drop the old item"),

  MAKE("make an object"),
  PAUSE("quiescent"),
  LEAVE("detach"),
  /** The operation is over. */
  END("");

  private static final ListInstruction[] ALL = values();

  private final String text;

  ListInstruction(String text) {
    this.text = text;
  }

  static ListInstruction of(int number) {
    return ALL[number];
  }

  /** What it does, in a few words. */
  public String text() {
    return text;
  }

  /** Whether a thread that is here is in the middle of {@code l[i]}. */
  boolean isInsideGet() {
    return this != GET_LOAD_SIZE && compareTo(GET_RETURN) <= 0;
  }
}
