package timeslice.runtime.free;

/** What remains to be done after a reference was dropped. */
public enum Outcome {
  /** Nothing. */
  ALIVE,
  /** The object must go to its owner's queue, which has inherited the dropped reference. */
  QUEUE,
  /** The object was freed. */
  FREED
}
