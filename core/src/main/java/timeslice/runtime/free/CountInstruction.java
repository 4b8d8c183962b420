package timeslice.runtime.free;

/**
 * The atomic steps that reference counting consists of: one load, store, addition or
 * compare-and-swap (CAS) each.
 *
 * <p>What happens under a bucket's lock in CPython is one step here: nobody can see in between.
 * Source: {@code Include/refcount.h}, {@code Objects/object.c}, {@code Python/brc.c}.
 */
public enum CountInstruction {
  INCREF_LOAD_LOCAL("incref: read local", true),
  INCREF_LOAD_TID("incref: read tid", true),
  INCREF_STORE_LOCAL("incref: write local", true),
  INCREF_ADD_SHARED("incref: add to shared", true),

  DECREF_LOAD_LOCAL("decref: read local", true),
  DECREF_LOAD_TID("decref: read tid", true),
  DECREF_STORE_LOCAL("decref: write local", true),
  DECREF_LOAD_SHARED("decref: read shared", true),
  DECREF_CAS("decref: CAS shared", true),

  /** The owner's last local reference is gone, and perhaps nobody else has one. */
  LAST_LOAD_SHARED("last local: read shared", true),
  /** Before the CAS, so that whoever sees merged also sees that nobody owns the object. */
  LAST_STORE_TID("last local: write tid = 0", true),
  LAST_CAS("last local: CAS shared", true),

  /** The owner may have given up the object since the decrement. */
  QUEUE_LOAD_TID("queue: read tid", true),
  QUEUE_PUSH("queue: push, if the owner is there", true),
  QUEUE_SET_BREAKER("queue: set the owner's eval-breaker", false),

  MERGE_LOAD_LOCAL("merge: read local", true),
  MERGE_STORE_LOCAL("merge: write local = 0", true),
  MERGE_STORE_TID("merge: write tid = 0", true),
  MERGE_LOAD_SHARED("merge: read shared", true),
  MERGE_CAS("merge: CAS shared", true),
  /** The owner was detached and kept from coming back while somebody merged in its place. */
  RELEASE_OWNER("merge: let the owner come back", false),

  CHECK_LOAD_BREAKER("check: read eval-breaker", false),
  CHECK_CLEAR_BREAKER("check: clear eval-breaker", false),
  CHECK_TAKE_QUEUE("check: take the queue", false),
  LEAVE("leave, or take the queue first", false),

  TRY_LOAD_LOCAL("try: read local", false),
  TRY_LOAD_SHARED("try: read shared", false),
  TRY_CAS("try: CAS shared", false),

  ALLOW_LOAD_LOCAL("allow tries: read local", true),
  ALLOW_LOAD_SHARED("allow tries: read shared", true),
  ALLOW_CAS("allow tries: CAS shared", true),

  GIVE("give a reference away", false),
  DETACH("detach", false),
  ATTACH("attach", false),
  FREE("free the object", false),
  /** The operation is over. */
  END("", false);

  private static final CountInstruction[] ALL = values();

  private final String text;
  private final boolean needsObject;

  CountInstruction(String text, boolean needsObject) {
    this.text = text;
    this.needsObject = needsObject;
  }

  static CountInstruction of(int number) {
    return ALL[number];
  }

  /** What it does, in a few words. */
  public String text() {
    return text;
  }

  /**
   * Whether the object must not be freed yet. A try needs only the object's memory, which outlives
   * the object for as long as somebody may try (see {@link Qsbr}).
   */
  public boolean needsObject() {
    return needsObject;
  }
}
