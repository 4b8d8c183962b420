package timeslice.explore;

import java.util.function.Function;

/**
 * All interleavings of a small concurrent program, explored breadth first with equal states merged:
 * model checking by explicit states, without a reduction that could hide one.
 *
 * <p>{@link #count} says how many interleavings end in which way; programs that can go round in
 * circles have infinitely many, and only {@link #reach} explores them. Both stop at a bound on the
 * states they visit, and then say so: what they return is never {@link Explored.Complete} if a
 * single state was left out. The same model gives the same answer, to the last witness.
 *
 * <pre>{@code
 * Interleavings.of(model).count(state -> x.in(state)).proved().outcomes()
 * }</pre>
 */
public final class Interleavings {
  /** The bound unless another is set: reached within seconds, in a few hundred megabytes. */
  public static final int DEFAULT_BOUND = 2_000_000;

  private final StepModel model;
  private final int bound;

  private Interleavings(StepModel model, int bound) {
    this.model = model;
    this.bound = bound;
  }

  /** The interleavings of this program. */
  public static Interleavings of(StepModel model) {
    return new Interleavings(model, DEFAULT_BOUND);
  }

  /** The same with another bound on how many states are visited, 1 or more. */
  public Interleavings atMost(int states) {
    int most = StateTable.mostStates(Math.max(model.initial().length, model.threads()));
    if (states < 1 || states > most) {
      throw new IllegalArgumentException(
          "the bound on states must be from 1 to " + most + " for this model, got " + states);
    }
    return new Interleavings(model, states);
  }

  /**
   * Counts interleavings by outcome.
   *
   * @param outcome what of a final state one wants to tell apart, such as the value of a variable
   */
  public <O extends Comparable<? super O>> Explored<Counted<O>> count(Function<int[], O> outcome) {
    return new CountingSearch<>(model, bound, outcome).run();
  }

  /**
   * Finds the outcomes that can happen, in programs with loops too.
   *
   * @param outcome what of a final state one wants to tell apart, such as the value of a variable
   */
  public <O extends Comparable<? super O>> Explored<Reached<O>> reach(Function<int[], O> outcome) {
    return new ReachabilitySearch<>(model, bound, outcome).run();
  }
}
