package timeslice.workbook.jvm.explore;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import timeslice.workbook.jvm.explore.Exploration.Failed;
import timeslice.workbook.jvm.explore.Exploration.Unfinished;

/** Runs one given schedule and tells its story. */
final class Replay {
  private static final int LAST_ROWS = 12;

  private final Consumer<Scenario> scenario;
  private final Limits limits;

  Replay(Consumer<Scenario> scenario, Limits limits) {
    this.scenario = scenario;
    this.limits = limits;
  }

  /** What comes of these steps; {@code runs} is how many runs it took to find them. */
  Exploration of(int[] steps, int runs) {
    var story = new Timeline.Builder();
    var run = new Run(new Histories(), limits, story);
    try {
      run.begin(scenario);
      for (int i = 0; i < steps.length; i++) {
        mustBeChoice(run, steps, i);
        run.step(steps[i]);
      }
      State state = toTheEnd(run);
      String token = Schedule.token(run.steps());
      Failure failure = run.failure();
      if (failure != null && state == State.FAILED) {
        return new Failed(failure.why(), token, story.build(), runs, failure.thrown());
      }
      return new Unfinished(
          state == State.TOO_LONG
              ? tooLong(story.build())
              : "nothing goes wrong in schedule " + token + ", which is only one",
          runs);
    } finally {
      run.close();
    }
  }

  private static void mustBeChoice(Run run, int[] steps, int at) {
    if (run.failure() != null || Arrays.stream(run.choices()).noneMatch(i -> i == steps[at])) {
      List<Integer> before = Arrays.stream(steps).limit(at).boxed().toList();
      throw new IllegalArgumentException(
          "after \""
              + Schedule.token(before)
              + "\" the scenario has no step of "
              + Schedule.token(List.of(steps[at])));
    }
  }

  private static State toTheEnd(Run run) {
    while (true) {
      State state = run.state();
      switch (state) {
        case GOES_ON -> run.step(run.choices()[0]);
        case SPINS -> {
          run.forgetCircles();
          run.step(run.choices()[1]);
        }
        case FINE, FAILED, REDUNDANT, TOO_LONG -> {
          return state;
        }
      }
    }
  }

  private String tooLong(Timeline timeline) {
    List<Timeline.Row> rows = timeline.rows();
    var last =
        new Timeline(
            timeline.columns(), rows.subList(Math.max(0, rows.size() - LAST_ROWS), rows.size()));
    return "a schedule has not ended after " + limits.steps() + " steps; the last ones:\n\n" + last;
  }
}
