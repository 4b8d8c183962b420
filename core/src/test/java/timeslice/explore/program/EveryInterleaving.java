package timeslice.explore.program;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Each interleaving by itself, one after the other, and nothing merged: the definition. */
final class EveryInterleaving {
  final SortedMap<String, BigInteger> outcomes = new TreeMap<>();
  long deadlocks;
  long violations;
  @Nullable List<Integer> deadlock;
  @Nullable List<Integer> violation;

  private final List<Integer> schedule = new ArrayList<>();
  private final int threads;

  EveryInterleaving(ConcurrentProgram program, boolean gil) {
    threads = program.threads().size();
    follow(new ObjectMachine(program, gil));
  }

  private void follow(ObjectMachine machine) {
    if (machine.broken()) {
      violations++;
      violation = shorter(violation);
      return;
    }
    boolean stuck = true;
    for (int thread = 0; thread < threads; thread++) {
      if (machine.enabled(thread)) {
        stuck = false;
        schedule.add(thread);
        follow(machine.after(thread));
        schedule.removeLast();
      }
    }
    if (stuck && machine.done()) {
      outcomes.merge(Arrays.toString(machine.shared()), BigInteger.ONE, BigInteger::add);
    } else if (stuck) {
      deadlocks++;
      deadlock = shorter(deadlock);
    }
  }

  /** The schedule if it is shorter; of those as long, the smallest came first. */
  private List<Integer> shorter(@Nullable List<Integer> best) {
    return best == null || schedule.size() < best.size() ? List.copyOf(schedule) : best;
  }
}
