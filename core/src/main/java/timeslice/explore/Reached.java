package timeslice.explore;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a program can reach, in however many ways. A schedule that goes round in a circle for ever
 * ends nowhere: it is neither an outcome nor a deadlock.
 *
 * @param outcomes the outcomes of schedules in which every thread finishes
 * @param deadlocks how many states there are in which no thread can go on and not all have finished
 * @param deadlock the shortest schedule to one, if any
 * @param violation the shortest schedule to a state with which something is wrong, if any
 * @param states how many different states there are
 */
public record Reached<O>(
    SortedSet<O> outcomes,
    long deadlocks,
    Optional<Witness> deadlock,
    Optional<Witness> violation,
    long states) {
  public Reached {
    outcomes = Collections.unmodifiableSortedSet(new TreeSet<>(outcomes));
  }
}
