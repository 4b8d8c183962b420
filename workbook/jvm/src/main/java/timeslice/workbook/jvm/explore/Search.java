package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.jvm.explore.Exploration.Proved;
import timeslice.workbook.jvm.explore.Exploration.Unfinished;

/**
 * Depth-first search over all schedules: each run repeats the choices of the one before up to the
 * last place where another choice is left, and takes that.
 *
 * <p>First come, in passes of their own, the schedules with 0, 1 and 2 preemptions, so that what
 * fails is found early and looks simple. The last pass leaves nothing out.
 */
final class Search {
  private static final int EARLY_PASSES = 3;
  private static final int SHARE_OF_EARLY_PASS = 10;
  private static final int MOST_POSITIONS = 300_000;
  private static final int MOST_TOO_LONG = 10;

  /** A place on the way at which there are choices. */
  private static final class Node {
    final int[] choices;
    final int preemptions;
    final @Nullable Position position;
    int at;
    long schedules;

    Node(int[] choices, int preemptions, @Nullable Position position) {
      this.choices = choices;
      this.preemptions = preemptions;
      this.position = position;
    }

    int choice() {
      return choices[at];
    }
  }

  private final Consumer<Scenario> scenario;
  private final Limits limits;
  private final Histories histories = new Histories();
  private final ArrayList<Node> path = new ArrayList<>();
  private final Map<Position, Long> seen = new HashMap<>();
  private int bound;
  private boolean cut;
  private int runs;
  private long steps;
  private long schedules;
  private int tooLong;
  private int[] longSchedule = {};

  Search(Consumer<Scenario> scenario, Limits limits) {
    this.scenario = scenario;
    this.limits = limits;
  }

  Exploration explore() {
    for (int few = 0; few < EARLY_PASSES && few < limits.preemptions() && limits.merging(); few++) {
      Exploration result = pass(few, runs + limits.runs() / SHARE_OF_EARLY_PASS);
      if (result != null) {
        return result;
      }
    }
    Exploration result = pass(limits.preemptions(), limits.runs());
    if (result != null) {
      return result;
    }
    String bounds =
        cut && runs < limits.runs()
            ? "the others have more preemptions than the bound of " + limits.preemptions()
            : "the bound of " + limits.runs() + " runs was reached, and more are left";
    return new Unfinished(schedules() + " schedules are fine; " + bounds, runs);
  }

  /** Null if nothing goes wrong with at most so many preemptions, but schedules are left. */
  private @Nullable Exploration pass(int preemptions, int mostRuns) {
    bound = preemptions;
    cut = false;
    schedules = 0;
    path.clear();
    seen.clear();
    do {
      if (runs >= mostRuns) {
        return tooLong > 0 ? unending() : null;
      }
      Exploration result = once();
      if (result != null) {
        return result;
      }
    } while (tooLong < MOST_TOO_LONG && nextChoice());
    if (tooLong > 0) {
      return unending();
    }
    return cut ? null : new Proved(schedules, runs, steps);
  }

  private Exploration unending() {
    return new Replay(scenario, limits).of(longSchedule, runs);
  }

  // ---- One run ----

  private @Nullable Exploration once() {
    runs++;
    var run = new Run(histories, limits, null);
    Exploration result;
    String stubborn;
    try {
      run.begin(scenario);
      result = follow(run);
    } finally {
      steps += run.steps().size();
      stubborn = run.close();
    }
    if (result == null && stubborn != null) {
      return new Unfinished(
          stubborn
              + " cannot be ended when a schedule is over: let it catch exceptions, and no errors",
          runs);
    }
    return result;
  }

  private @Nullable Exploration follow(Run run) {
    int preemptions = 0;
    for (Node node : path) {
      if (!Arrays.equals(node.choices, allowed(run, preemptions))) {
        return new Unfinished(
            "after schedule "
                + Schedule.token(run.steps())
                + " other threads can go on than the last time: leave out random numbers, clocks"
                + " and whatever schedules leave behind",
            runs);
      }
      preemptions = preemptions(run, node);
      run.step(node.choice());
    }
    while (true) {
      switch (run.state()) {
        case GOES_ON -> {}
        case FINE -> {
          credit(1);
          return null;
        }
        case FAILED -> {
          return failed(run);
        }
        case REDUNDANT -> {
          return null;
        }
        case SPINS -> {
          // Whatever could happen later in the circles can happen in the first one.
          int kept = run.stepsWithOneCircle();
          path.subList(kept, path.size()).clear();
          return null;
        }
        case TOO_LONG -> {
          tooLong++;
          longSchedule = run.steps().stream().mapToInt(step -> step).toArray();
          return null;
        }
      }
      Position position = limits.merging() ? position(run, preemptions) : null;
      Long known = position == null ? null : seen.get(position);
      if (known != null) {
        credit(known);
        return null;
      }
      Node node = new Node(allowed(run, preemptions), preemptions, position);
      path.add(node);
      preemptions = preemptions(run, node);
      run.step(node.choice());
    }
  }

  private Exploration failed(Run run) {
    int[] schedule = run.steps().stream().mapToInt(step -> step).toArray();
    return new Replay(scenario, limits).of(schedule, runs);
  }

  private int[] allowed(Run run, int preemptions) {
    int[] choices = run.choices();
    if (preemptions < bound || !run.lastCanGoOn() || choices.length <= 1) {
      return choices;
    }
    cut = true;
    return new int[] {choices[0]};
  }

  private static int preemptions(Run run, Node node) {
    boolean preempted = run.lastCanGoOn() && node.choice() != run.steps().getLast();
    return node.preemptions + (preempted ? 1 : 0);
  }

  private Position position(Run run, int preemptions) {
    Position.Builder position = run.position();
    if (bound != Limits.ANY_PREEMPTIONS) {
      position.add(bound - preemptions);
      position.add(run.steps().isEmpty() ? -1 : run.steps().getLast());
    }
    return position.build();
  }

  // ---- Between runs ----

  private boolean nextChoice() {
    while (!path.isEmpty()) {
      Node node = path.getLast();
      node.at++;
      if (node.at < node.choices.length) {
        return true;
      }
      path.removeLast();
      if (node.position != null && seen.size() < MOST_POSITIONS) {
        seen.put(node.position, node.schedules);
      }
      credit(node.schedules);
    }
    return false;
  }

  private void credit(long more) {
    if (path.isEmpty()) {
      schedules = sum(schedules, more);
    } else {
      path.getLast().schedules = sum(path.getLast().schedules, more);
    }
  }

  private long schedules() {
    long all = schedules;
    for (Node node : path) {
      all = sum(all, node.schedules);
    }
    return all;
  }

  private static long sum(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
