package timeslice.explore;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Breadth first over all states, each visited once; a loop of the program is no trouble. */
final class ReachabilitySearch<O extends Comparable<? super O>> {
  private final StepModel model;
  private final int bound;
  private final Function<int[], O> outcome;
  private final Parents parents;
  private final StateTable states;
  private final int[] state;
  private final int[] next;

  private final SortedSet<O> outcomes = new TreeSet<>();
  private @Nullable Witness violation;
  private @Nullable Witness deadlock;
  private long deadlocks;

  ReachabilitySearch(StepModel model, int bound, Function<int[], O> outcome) {
    this.model = model;
    this.bound = bound;
    this.outcome = outcome;
    this.parents = new Parents(model.threads());
    this.state = model.initial();
    this.next = new int[state.length];
    this.states = new StateTable(state.length);
  }

  Explored<Reached<O>> run() {
    states.add(state);
    for (int number = 0; number < states.size(); number++) {
      states.copy(number, state);
      switch (StateKind.of(model, state)) {
        case StateKind.Running _ -> {
          if (!expand(number)) {
            return new Explored.Bounded<>(found(bound), Bounds.states(bound));
          }
        }
        case StateKind.Finished _ -> outcomes.add(outcome.apply(state.clone()));
        case StateKind.Deadlocked(String what) -> {
          deadlocks++;
          deadlock = deadlock != null ? deadlock : witness(number, what);
        }
        case StateKind.Violated(String what) ->
            violation = violation != null ? violation : witness(number, what);
      }
    }
    return new Explored.Complete<>(found(states.size()));
  }

  /** Takes each possible step from a state; false if the bound is reached. */
  private boolean expand(int number) {
    for (int thread = 0; thread < model.threads(); thread++) {
      if (model.enabled(state, thread)) {
        System.arraycopy(state, 0, next, 0, state.length);
        model.step(next, thread);
        int known = states.size();
        if (states.add(next) == known) {
          if (known == bound) {
            return false;
          }
          parents.add(number, thread);
        }
      }
    }
    return true;
  }

  private Witness witness(int number, String what) {
    return new Witness(parents.schedule(number), what);
  }

  private Reached<O> found(long visited) {
    return new Reached<>(
        outcomes,
        deadlocks,
        Optional.ofNullable(deadlock),
        Optional.ofNullable(violation),
        visited);
  }
}
