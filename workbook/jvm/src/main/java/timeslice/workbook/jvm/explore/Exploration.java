package timeslice.workbook.jvm.explore;

import org.jspecify.annotations.Nullable;

/** What came out of an exploration: only {@link Proved} is a pass. */
public sealed interface Exploration {

  /**
   * What came out, in words for whoever wrote the code: one sentence, with a timeline if it failed.
   */
  String message();

  /**
   * Passes if every schedule was fine.
   *
   * @throws AssertionError with the {@link #message} otherwise
   */
  default void assertProved() {
    if (!(this instanceof Proved)) {
      throw new AssertionError(message(), this instanceof Failed failed ? failed.thrown() : null);
    }
  }

  /**
   * Every schedule is fine. Schedules that differ only in when a thread looks at something
   * unchanged once more count as one.
   *
   * @param schedules how many there are; {@link Long#MAX_VALUE} if more than that
   * @param runs how many had to be run to know; fewer where schedules come to equal positions
   * @param steps how many steps all runs took together
   */
  record Proved(long schedules, int runs, long steps) implements Exploration {
    @Override
    public String message() {
      return "all " + schedules + " schedules are fine (" + runs + " runs)";
    }
  }

  /**
   * A schedule goes wrong; the one with the fewest preemptions, unless it takes more than two.
   *
   * @param why what goes wrong, in a sentence
   * @param schedule which thread takes each step, for {@link Explorer#replay}
   * @param timeline the schedule in words
   * @param runs how many schedules were run until this one was found
   * @param thrown what was thrown, if that is what goes wrong
   */
  record Failed(
      String why, String schedule, Timeline timeline, int runs, @Nullable Throwable thrown)
      implements Exploration {
    @Override
    public String message() {
      return "schedule " + schedule + " goes wrong: " + why + "\n\n" + timeline;
    }
  }

  /** Nothing went wrong so far, but not everything was tried; why not, and what was. */
  record Unfinished(String why, int runs) implements Exploration {
    @Override
    public String message() {
      return "not proved: " + why;
    }
  }

  /** The code shares something that the explorer cannot see, so nothing was run. */
  record Refused(String why) implements Exploration {
    @Override
    public String message() {
      return why;
    }
  }
}
