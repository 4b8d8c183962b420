package timeslice.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SplitMixTest {

  @Property(tries = 100)
  void itMakesTheNumbersOfTheJdk(@ForAll long seed) {
    SplitMix ours = new SplitMix(seed);
    SplittableRandom theirs = new SplittableRandom(seed);
    for (int i = 0; i < 10; i++) {
      assertThat(ours.next()).isEqualTo(theirs.nextLong());
    }
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.MIXIN)
  void numbersStayBelowTheBound(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
    SplitMix random = new SplitMix(seed);
    for (int i = 0; i < 10; i++) {
      assertThat(random.below(bound)).isBetween(0, bound - 1);
    }
  }

  @Example
  void everyNumberBelowTheBoundComesAboutEquallyOften() {
    SplitMix random = new SplitMix(1);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.below(7)]++;
    }
    for (int count : counts) {
      assertThat(count).isBetween(9_500, 10_500);
    }
  }

  @Example
  void aBoundBelowOneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SplitMix(1).below(0))
        .withMessage("bound must be 1 or more, got 0");
  }
}
