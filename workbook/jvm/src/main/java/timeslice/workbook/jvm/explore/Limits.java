package timeslice.workbook.jvm.explore;

/**
 * How far an exploration goes.
 *
 * @param runs how many schedules are run at most, in all
 * @param steps how many steps a schedule has at most
 * @param preemptions how many preemptions a schedule has at most: steps of another thread while the
 *     one before could have gone on
 * @param spuriousWakeUps how many wake-ups that nobody caused a schedule may have
 * @param merging whether schedules that come to equal positions share what follows
 */
record Limits(int runs, int steps, int preemptions, int spuriousWakeUps, boolean merging) {
  static final int ANY_PREEMPTIONS = Integer.MAX_VALUE;
  static final Limits USUAL = new Limits(50_000, 1_000, ANY_PREEMPTIONS, 0, true);

  Limits withRuns(int runs) {
    return new Limits(positive("runs", runs), steps, preemptions, spuriousWakeUps, merging);
  }

  Limits withSteps(int steps) {
    return new Limits(runs, positive("steps", steps), preemptions, spuriousWakeUps, merging);
  }

  Limits withPreemptions(int preemptions) {
    return new Limits(
        runs, steps, notNegative("preemptions", preemptions), spuriousWakeUps, merging);
  }

  Limits withSpuriousWakeUps(int wakeUps) {
    return new Limits(runs, steps, preemptions, notNegative("spurious wake-ups", wakeUps), merging);
  }

  Limits withoutMerging() {
    return new Limits(runs, steps, preemptions, spuriousWakeUps, false);
  }

  private static int positive(String what, int number) {
    if (number < 1) {
      throw new IllegalArgumentException("the most " + what + " must be 1 or more, got " + number);
    }
    return number;
  }

  private static int notNegative(String what, int number) {
    if (number < 0) {
      throw new IllegalArgumentException("the most " + what + " must be 0 or more, got " + number);
    }
    return number;
  }
}
