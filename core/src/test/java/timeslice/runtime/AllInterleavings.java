package timeslice.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import timeslice.program.Program;

/**
 * Every way in which a few small programs can end if any task may take the next step at any moment,
 * whatever the time: all interleavings, tried one by one. An end is a line that says of each task
 * whether it is done, how it failed, or what it waits for.
 */
final class AllInterleavings {
  private static final int TOO_MANY = 20_000;

  private AllInterleavings() {}

  /** All ends; empty if there are too many states to try. */
  static Set<String> ends(List<Program> programs, List<Integer> permits) {
    Set<String> ends = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    Deque<PlainState> open = new ArrayDeque<>();
    open.push(new PlainState(programs, permits));
    while (!open.isEmpty()) {
      PlainState state = open.pop();
      List<PlainState> next = new ArrayList<>();
      for (int task = 0; task < state.tasks.size(); task++) {
        next.addAll(state.steps(task));
      }
      if (next.isEmpty()) {
        ends.add(state.end());
      }
      for (PlainState after : next) {
        if (seen.add(after.key())) {
          open.push(after);
        }
      }
      if (seen.size() > TOO_MANY) {
        return Set.of();
      }
    }
    return ends;
  }
}
