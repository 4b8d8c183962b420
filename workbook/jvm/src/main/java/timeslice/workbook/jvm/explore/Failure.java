package timeslice.workbook.jvm.explore;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a schedule.
 *
 * @param why in a sentence
 * @param thrown what was thrown, if anything was
 */
record Failure(String why, @Nullable Throwable thrown) {

  /** Something that a check threw. */
  static Failure of(Throwable thrown) {
    return new Failure(Show.thrown(thrown), thrown);
  }

  /** Something that a thread threw; a misuse of a lock says itself whose it is. */
  static Failure of(ExploredThread thread, Throwable thrown) {
    String said = Show.thrown(thrown);
    return new Failure(thrown instanceof SharedLock.Misuse ? said : thread + ": " + said, thrown);
  }
}
