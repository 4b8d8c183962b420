package timeslice.runtime.free;

import static timeslice.runtime.free.CountWords.*;

import org.jspecify.annotations.Nullable;

/**
 * What must hold after every step of a {@link BiasedCountModel} (FACTS §5.5).
 *
 * <p>The sum of the counts needs care between atomic steps. Whoever merges has the owner's count in
 * a register for a moment, and a concurrent reader of both fields sees too few references. So the
 * law adds what is in such registers; the reader cannot, which is why nobody may decide on such a
 * reading.
 */
final class CountLaws {
  private CountLaws() {}

  static @Nullable String ofImmortal(int[] s) {
    if (s[LOCAL] != BiasedCount.IMMORTAL || s[SHARED] != 0) {
      return "an immortal object's counts changed";
    }
    return s[FREED] > 0 ? "an immortal object was freed" : null;
  }

  static @Nullable String ofMortal(int[] s, boolean finished) {
    int references = 0;
    int inRegisters = 0;
    for (int thread = 0; thread < CountWords.threads(s); thread++) {
      references += s[CountWords.thread(thread) + REFERENCES];
      inRegisters += s[CountWords.thread(thread) + TAKEN_LOCAL];
    }
    if (s[USED_AFTER_FREE] > 0) {
      return "a freed object was used";
    }
    if (s[FREED] > 1) {
      return "the object was freed twice";
    }
    if (s[FREED] == 1) {
      return references + s[QUEUES_REFERENCE] == 0
          ? null
          : "the object was freed with "
              + references
              + " references left and "
              + s[QUEUES_REFERENCE]
              + " in the queue";
    }
    if (finished && references == 0) {
      return "the object was never freed, though nobody has a reference";
    }
    int counted = s[LOCAL] + SharedCount.RULES.count(s[SHARED]) + inRegisters;
    if (counted != references + s[QUEUES_REFERENCE]) {
      return "the counts say "
          + counted
          + ", but there are "
          + references
          + " references and the queue has "
          + s[QUEUES_REFERENCE];
    }
    return ofState(s);
  }

  private static @Nullable String ofState(int[] s) {
    CountState state = CountState.of(s[SHARED]);
    if (state.ordinal() < s[HIGHEST_STATE]) {
      return "the state went back to " + state;
    }
    if (s[SHARED] < 0 && state != CountState.QUEUED) {
      return "the shared count is negative in state " + state;
    }
    if (state == CountState.MERGED && s[TID] != BiasedCount.UNOWNED) {
      return "the counts are merged, but thread " + (s[TID] - 1) + " still owns the object";
    }
    // The converse has a gap of its own: tid is cleared just before the CAS that says merged.
    if (s[TID] == BiasedCount.UNOWNED && state != CountState.MERGED && !somebodyMerges(s)) {
      return "nobody owns the object, but its counts are not merged";
    }
    return null;
  }

  private static boolean somebodyMerges(int[] s) {
    for (int thread = 0; thread < CountWords.threads(s); thread++) {
      switch (CountInstruction.of(s[CountWords.thread(thread) + INSTRUCTION])) {
        case LAST_CAS, MERGE_LOAD_SHARED, MERGE_CAS -> {
          return true;
        }
        default -> {}
      }
    }
    return false;
  }
}
