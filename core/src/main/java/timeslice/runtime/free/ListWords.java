package timeslice.runtime.free;

/** Which number of an {@link OptimisticListModel}'s state is what, outside of its memory. */
final class ListWords {
  /** Which law is broken, for good. */
  static final int BROKEN = 0;

  /** Where {@link ListMemory} begins; after it come the threads. */
  static final int MEMORY = 1;

  // each thread: where it is, and its registers
  static final int OPERATION = 0;
  static final int INSTRUCTION = 1;
  static final int SEEN_ARRAY = 2;
  static final int ITEM = 3;
  static final int SEEN = 4;
  static final int RESULT = 5;
  // for the laws: the numbers that were at the index since the call began
  static final int DURING_CALL = 6;

  static final int PER_THREAD = 7;

  // values of BROKEN
  static final int FREED_ARRAY_READ = 1;
  static final int NEVER_THERE = 2;

  private ListWords() {}
}
