package timeslice.explore;

import java.util.Arrays;

/**
 * Whether a schedule can come back to a state it was in before: depth first, looking for a step
 * into a state that is still on the way.
 */
final class CycleSearch {
  private final StepModel model;
  private final int bound;
  private final StateTable states;
  private final int[] next;

  /** The states on the way, and which thread is to take the next step from each. */
  private int[] way = new int[16];

  private int[] turn = new int[16];
  private int length;

  /** For each state, whether it is on the way now. */
  private boolean[] onTheWay = new boolean[16];

  CycleSearch(StepModel model, int bound) {
    this.model = model;
    this.bound = bound;
    this.next = new int[model.initial().length];
    this.states = new StateTable(next.length);
  }

  /** Whether there is such a schedule; false too if the bound on states left that open. */
  boolean findsOne() {
    push(states.add(model.initial()));
    while (length > 0) {
      int number = way[length - 1];
      int thread = turn[length - 1]++;
      if (thread == model.threads()) {
        onTheWay[number] = false;
        length--;
        continue;
      }
      states.copy(number, next);
      if (model.violation(next) != null || !model.enabled(next, thread)) {
        continue;
      }
      model.step(next, thread);
      int known = states.size();
      int to = states.add(next);
      if (to == known) {
        if (known == bound) {
          return false;
        }
        push(to);
      } else if (onTheWay[to]) {
        return true;
      }
    }
    return false;
  }

  private void push(int number) {
    if (length == way.length) {
      way = Arrays.copyOf(way, 2 * length);
      turn = Arrays.copyOf(turn, 2 * length);
    }
    if (number >= onTheWay.length) {
      onTheWay = Arrays.copyOf(onTheWay, 2 * number);
    }
    way[length] = number;
    turn[length] = 0;
    length++;
    onTheWay[number] = true;
  }
}
