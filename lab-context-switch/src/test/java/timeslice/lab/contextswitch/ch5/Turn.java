package timeslice.lab.contextswitch.ch5;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One turn of a process in exercise 5.2: it is switched to and uses a page; before that, another
 * CPU may have moved that page elsewhere.
 */
record Turn(int process, long page, boolean moved) {

  /** Two processes more than there are slots, with favourites that come back; 0, 1000, 2000 … */
  static Arbitrary<List<Turn>> turns() {
    Arbitrary<Integer> process =
        Arbitraries.oneOf(
                Arbitraries.integers().between(0, 7), Arbitraries.integers().between(0, 2))
            .map(number -> 1000 * number);
    Arbitrary<Boolean> moved = Arbitraries.of(true, false, false, false);
    return Combinators.combine(process, Arbitraries.longs().between(0, 2), moved)
        .as(Turn::new)
        .list()
        .ofMaxSize(40);
  }

  @Override
  public String toString() {
    return process + (moved ? " uses moved " : " uses ") + page;
  }
}
