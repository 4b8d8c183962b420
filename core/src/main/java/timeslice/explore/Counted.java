package timeslice.explore;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How all interleavings of a program end. Each ends in one of three ways: every thread has
 * finished, or no thread can go on (deadlock), or something is wrong (violation), and then nobody
 * takes another step.
 *
 * @param outcomes for each outcome of finished interleavings, how many have it
 * @param deadlocks interleavings that end where no thread can go on and not all have finished
 * @param violations interleavings that end where the model says that something is wrong
 * @param states how many states were visited, where one counts again for each number of steps after
 *     which it is reached; {@link Reached#states} counts it once
 */
public record Counted<O>(
    SortedMap<O, BigInteger> outcomes, Dead deadlocks, Dead violations, long states) {
  public Counted {
    outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
  }

  /** How many interleavings there are, whatever their end. */
  public BigInteger interleavings() {
    BigInteger all = deadlocks.interleavings().add(violations.interleavings());
    for (BigInteger count : outcomes.values()) {
      all = all.add(count);
    }
    return all;
  }

  /**
   * Interleavings that do not finish.
   *
   * @param interleavings how many
   * @param states in how many states they end, counted as in {@link Counted#states}
   * @param first the shortest, if any
   */
  public record Dead(BigInteger interleavings, long states, Optional<Witness> first) {}
}
