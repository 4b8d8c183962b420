package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * What one thread has looked at since it last changed anything, and whether it only looks in vain.
 *
 * <p>A look is in vain if the thread has taken the same step with the same result before and has
 * changed nothing since: the failed compare-and-set of a spin lock, the second read of an unchanged
 * flag. Taken at once or later, as long as its result is the same, it makes no difference to
 * anybody else. So it is explored at once, or else when its result has changed, and never between.
 *
 * <p>A thread that looks in vain over and over is taken for one that spins until something changes.
 * This is an assumption: a loop that gives up after more than {@value #REPEATS} looks is taken for
 * one that never does.
 */
final class Looks {
  static final int REPEATS = 100;

  private record Look(Step<?> step, int seen) {}

  private final List<Look> known = new ArrayList<>();
  private final List<Look> inVain = new ArrayList<>();

  /** Whether the thread has seen this since it last changed anything. */
  boolean know(Step<?> step, int seen) {
    return known.contains(new Look(step, seen));
  }

  /** The thread changed something, for all that it knows. */
  void changed() {
    known.clear();
    inVain.clear();
  }

  /** The thread looked, and nothing changed. */
  void looked(Step<?> step, int seen) {
    var look = new Look(step, seen);
    if (known.contains(look)) {
      inVain.add(look);
    } else {
      known.add(look);
      inVain.clear();
    }
  }

  /** Another thread took a step, and so this thread's looks in vain no longer stand in a row. */
  void interrupted() {
    inVain.clear();
  }

  /** How many steps in vain the thread has now taken in a row. */
  int row() {
    return inVain.size();
  }

  /** After how many steps, of those in vain, the thread came into a circle; -1 if into none yet. */
  int circleStart() {
    return circle() == 0 ? -1 : inVain.size() - matching(circle()) - circle();
  }

  /** How many steps the circle has; 0 while there is none. */
  int circle() {
    if (inVain.size() < REPEATS || inVain.size() % REPEATS != 0) {
      return 0;
    }
    for (int length = 1; length <= REPEATS / 3; length++) {
      if (matching(length) >= REPEATS / 2) {
        return length;
      }
    }
    return 0;
  }

  // How many looks, counted from the last one back, equal the look that many places before.
  private int matching(int length) {
    int count = 0;
    int at = inVain.size() - 1;
    while (at - length >= 0 && inVain.get(at).equals(inVain.get(at - length))) {
      at--;
      count++;
    }
    return count;
  }
}
