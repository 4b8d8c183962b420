package timeslice.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * From which state, and by whose step, each state was first reached: one int a state, enough to
 * rebuild the schedule that leads there. States are numbered in the order in which they were found;
 * number 0 is the initial state.
 *
 * <p>Breadth first, with states taken in the order of their numbers and threads in the order of
 * theirs, the first way to a state is the lexicographically smallest of the shortest ones: that
 * holds for its parent, and among the children of one parent the smaller thread comes first.
 */
final class Parents {
  private final int threads;

  /** {@code parent * threads + thread} for each state but the first. */
  private int[] steps = new int[16];

  private int size = 1;

  Parents(int threads) {
    this.threads = threads;
  }

  /** Notes how the next state was first reached. */
  void add(int parent, int thread) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
    }
    steps[size++] = parent * threads + thread;
  }

  /** The schedule that leads to a state: whose step comes first, second, and so on. */
  List<Integer> schedule(int state) {
    List<Integer> backwards = new ArrayList<>();
    for (int number = state; number != 0; number = steps[number] / threads) {
      backwards.add(steps[number] % threads);
    }
    return List.copyOf(backwards.reversed());
  }
}
