package timeslice.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import timeslice.explore.program.ClassicPrograms;
import timeslice.explore.program.ConcurrentProgram;
import timeslice.explore.program.ProgramModel;
import timeslice.explore.program.Variable;

class InterleavingsProperties {

  @Example
  void twoThreadsOfTwoStepsInterleaveInSixWays() {
    Counted<Integer> counted =
        Interleavings.of(new StraightLines(2, 2)).count(state -> state[0] + state[1]).proved();
    assertThat(counted.outcomes()).containsOnlyKeys(4).containsValue(BigInteger.valueOf(6));
    assertThat(counted.states()).isEqualTo(9);
  }

  @Property(tries = 100)
  void independentThreadsInterleaveInMultinomiallyManyWays(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 7) Integer> steps) {
    int[] each = steps.stream().mapToInt(n -> n).toArray();
    BigInteger ways = factorial(IntStream.of(each).sum());
    for (int n : each) {
      ways = ways.divide(factorial(n));
    }
    Counted<Integer> counted = Interleavings.of(new StraightLines(each)).count(_ -> 0).proved();
    assertThat(counted.interleavings()).isEqualTo(ways);
  }

  @Example
  void countsGrowFarBeyondALong() {
    Counted<Integer> counted = Interleavings.of(new StraightLines(150, 150)).count(_ -> 0).proved();
    BigInteger ways = factorial(300).divide(factorial(150).pow(2));
    assertThat(ways.bitLength()).isEqualTo(296);
    assertThat(counted.interleavings()).isEqualTo(ways);
  }

  private static BigInteger factorial(int n) {
    BigInteger product = BigInteger.ONE;
    for (int i = 2; i <= n; i++) {
      product = product.multiply(BigInteger.valueOf(i));
    }
    return product;
  }

  @Example
  void aRacyCounterEndsAnywhereFromTwoToAll() {
    for (int[] size : new int[][] {{2, 2}, {2, 3}, {2, 8}, {3, 2}, {3, 3}, {4, 2}}) {
      assertThat(outcomes(ClassicPrograms.racyCounter(size[0], size[1])))
          .as("%d threads, %d increments each", size[0], size[1])
          .isEqualTo(range(2, size[0] * size[1]));
    }
  }

  @Example
  void withOneIncrementEachAllButOneCanBeLost() {
    for (int threads = 1; threads <= 5; threads++) {
      assertThat(outcomes(ClassicPrograms.racyCounter(threads, 1)))
          .as("%d threads", threads)
          .isEqualTo(range(1, threads));
    }
  }

  @Example
  void oneOfTwoRacingIncrementsIsLostInEighteenOfTwentyWays() {
    ConcurrentProgram program = ClassicPrograms.racyCounter(2, 1);
    Counted<Integer> counted =
        Interleavings.of(new ProgramModel(program)).count(program.variable("x")::in).proved();
    assertThat(counted.outcomes())
        .hasToString("{1=18, 2=2}"); // 20 ways; only one thread after the other keeps both
  }

  private static TreeSet<Integer> outcomes(ConcurrentProgram program) {
    Variable x = program.variable("x");
    return new TreeSet<>(
        Interleavings.of(new ProgramModel(program)).reach(x::in).proved().outcomes());
  }

  private static TreeSet<Integer> range(int first, int last) {
    return new TreeSet<>(IntStream.rangeClosed(first, last).boxed().toList());
  }

  @Property(tries = 100)
  void oneStateTooFewIsNeverComplete(
      @ForAll @IntRange(min = 1, max = 4) int a, @ForAll @IntRange(min = 1, max = 4) int b) {
    Interleavings all = Interleavings.of(new StraightLines(a, b));
    int states = (a + 1) * (b + 1);
    for (int bound = 1; bound < states; bound++) {
      String why = "explored " + bound + " states and there are more: nothing is proved";
      assertThat(all.atMost(bound).count(_ -> 0))
          .isInstanceOfSatisfying(
              Explored.Bounded.class, bounded -> assertThat(bounded.why()).isEqualTo(why));
      assertThat(all.atMost(bound).reach(_ -> 0))
          .isInstanceOfSatisfying(
              Explored.Bounded.class, bounded -> assertThat(bounded.why()).isEqualTo(why));
    }
    assertThat(all.atMost(states).count(_ -> 0)).isInstanceOf(Explored.Complete.class);
    assertThat(all.atMost(states).reach(_ -> 0)).isInstanceOf(Explored.Complete.class);
  }

  @Example
  void whatABoundLeavesOutIsNoProof() {
    ConcurrentProgram program = ClassicPrograms.racyCounter(2, 30);
    Explored<Counted<Integer>> explored =
        Interleavings.of(new ProgramModel(program)).atMost(2_000).count(program.variable("x")::in);
    assertThatThrownBy(explored::proved)
        .hasMessage("explored 2,000 states and there are more: nothing is proved");
    assertThat(explored.found().states()).isEqualTo(2_000);
  }

  @Example
  void whatWasFoundBeforeTheBoundIsStillFound() {
    ProgramModel model = new ProgramModel(ClassicPrograms.twoLocks(true));
    Explored<Reached<Integer>> explored = Interleavings.of(model).atMost(8).reach(_ -> 0);
    assertThat(explored).isInstanceOf(Explored.Bounded.class);
    assertThat(explored.found().deadlock().orElseThrow().schedule()).containsExactly(0, 1);
  }

  @Example
  void interleavingsOfALoopAreNotCounted() {
    ProgramModel peterson = new ProgramModel(ClassicPrograms.peterson());
    assertThat(Interleavings.of(peterson).count(_ -> 0))
        .isInstanceOfSatisfying(
            Explored.Bounded.class,
            bounded -> assertThat(bounded.why()).contains("come back", "nothing is proved"));
    assertThat(Interleavings.of(peterson).reach(_ -> 0)).isInstanceOf(Explored.Complete.class);
  }

  @Example
  void aLongProgramIsNotTakenForALoop() {
    Counted<Integer> counted = Interleavings.of(new StraightLines(1_000, 1)).count(_ -> 0).proved();
    assertThat(counted.interleavings()).isEqualTo(1_001);
  }

  @Example
  void badInputIsOneSentenceWithTheValue() {
    StraightLines model = new StraightLines(2, 1);
    assertThatThrownBy(() -> Interleavings.of(model).atMost(0))
        .hasMessage("the bound on states must be from 1 to 1073741819 for this model, got 0");
    assertThatThrownBy(() -> Replay.of(model, List.of(0, 2)))
        .hasMessage("step 2 names thread 2; there are threads 0 to 1");
    assertThatThrownBy(() -> Replay.end(model, List.of(1, 0, 1)))
        .hasMessage("step 3 names thread 1, which has finished");
  }
}
