package timeslice.explore;

import java.math.BigInteger;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Breadth first, one layer of states for each number of steps, and with each state the number of
 * ways in which it is reached: the sum over its parents. Only two layers are kept, and an int for
 * each older state.
 */
final class CountingSearch<O extends Comparable<? super O>> {
  /** When to ask whether the program goes round in a circle; most end long before. */
  private static final int CYCLE_CHECK = 256;

  private final StepModel model;
  private final int bound;
  private final Function<int[], O> outcome;
  private final Parents parents;
  private final int[] state;
  private final int[] next;

  private StateTable layer;
  private PathCounts counts = new PathCounts();
  private StateTable nextLayer;
  private PathCounts nextCounts = new PathCounts();

  /** How many states all layers before this one had. */
  private int before;

  private final SortedMap<O, BigInteger> outcomes = new TreeMap<>();
  private final Tally deadlocks = new Tally();
  private final Tally violations = new Tally();

  CountingSearch(StepModel model, int bound, Function<int[], O> outcome) {
    this.model = model;
    this.bound = bound;
    this.outcome = outcome;
    this.parents = new Parents(model.threads());
    this.state = model.initial();
    this.next = new int[state.length];
    this.layer = new StateTable(state.length);
    this.nextLayer = new StateTable(state.length);
  }

  Explored<Counted<O>> run() {
    layer.add(state);
    counts.append();
    counts.setOne(0);
    for (int depth = 0; layer.size() > 0; depth++) {
      if (depth == CYCLE_CHECK && new CycleSearch(model, bound).findsOne()) {
        return new Explored.Bounded<>(found(before), Bounds.CYCLE);
      }
      nextLayer.clear();
      nextCounts.clear(counts.sum().bitLength() + bits(model.threads()));
      for (int number = 0; number < layer.size(); number++) {
        if (!visit(number)) {
          return new Explored.Bounded<>(found(bound), Bounds.states(bound));
        }
      }
      turnTo(nextLayer);
    }
    return new Explored.Complete<>(found(before));
  }

  /** The sum of a layer is at most threads times the sum of the layer before. */
  private static int bits(int threads) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(threads);
  }

  private void turnTo(StateTable following) {
    before += layer.size();
    nextLayer = layer;
    layer = following;
    PathCounts old = counts;
    counts = nextCounts;
    nextCounts = old;
  }

  /** Takes each possible step from a state, or tallies it; false if the bound is reached. */
  private boolean visit(int number) {
    layer.copy(number, state);
    switch (StateKind.of(model, state)) {
      case StateKind.Running _ -> {
        return expand(number);
      }
      case StateKind.Finished _ ->
          outcomes.merge(outcome.apply(state.clone()), counts.get(number), BigInteger::add);
      case StateKind.Deadlocked(String what) -> deadlocks.add(number, what);
      case StateKind.Violated(String what) -> violations.add(number, what);
    }
    return true;
  }

  private boolean expand(int number) {
    for (int thread = 0; thread < model.threads(); thread++) {
      if (model.enabled(state, thread)) {
        System.arraycopy(state, 0, next, 0, state.length);
        model.step(next, thread);
        int known = nextLayer.size();
        int to = nextLayer.add(next);
        if (to == known) {
          if (before + layer.size() + known == bound) {
            return false;
          }
          nextCounts.append();
          parents.add(before + number, thread);
        }
        nextCounts.add(to, counts, number);
      }
    }
    return true;
  }

  private Counted<O> found(long states) {
    return new Counted<>(outcomes, deadlocks.total(), violations.total(), states);
  }

  /** Interleavings that end in one of the two bad ways. */
  private final class Tally {
    private BigInteger interleavings = BigInteger.ZERO;
    private long states;
    private @Nullable Witness first;

    void add(int number, String what) {
      if (first == null) {
        first = new Witness(parents.schedule(before + number), what);
      }
      interleavings = interleavings.add(counts.get(number));
      states++;
    }

    Counted.Dead total() {
      return new Counted.Dead(interleavings, states, Optional.ofNullable(first));
    }
  }
}
