package timeslice.lab.threads.ch2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import timeslice.trace.Slice;
import timeslice.workbook.Exercise;

@Exercise(
    value = "2.4",
    answers = {VirtualDeadlines.class},
    optional = true,
    closed = {"timeslice.kernel"})
class VirtualDeadlinesProperties {
  private static final int TURNS = 60;

  /** One case: weight and slice of each thread. */
  record Threads(List<Tuple.Tuple2<Integer, Long>> all) {
    int[] weights() {
      return all.stream().mapToInt(Tuple.Tuple2::get1).toArray();
    }

    long[] slices() {
      return all.stream().mapToLong(Tuple.Tuple2::get2).toArray();
    }

    long allWeights() {
      return Arrays.stream(weights()).sum();
    }

    List<Slice> run() {
      return VirtualDeadlines.schedule(weights(), slices(), TURNS);
    }

    /** w(V - v), times the sum of all weights so that it is whole. */
    long lag(int thread, long ran, long now) {
      return weights()[thread] * now - ran * allWeights();
    }

    /** Whether one's deadline is before the other's. */
    boolean earlier(int one, int other, long[] ran) {
      return (ran[one] + slices()[one]) * weights()[other]
          < (ran[other] + slices()[other]) * weights()[one];
    }
  }

  @Example
  void theShortSliceGoesFirstAndThenHasToWait() {
    assertThat(VirtualDeadlines.schedule(new int[] {1, 1}, new long[] {4, 1}, 6))
        .as("two equal threads, slices 4 and 1, six turns")
        .isEqualTo(
            List.of(
                new Slice(0, 1, 0, 1),
                new Slice(0, 0, 1, 5),
                new Slice(0, 1, 5, 6),
                new Slice(0, 1, 6, 7),
                new Slice(0, 1, 7, 8),
                new Slice(0, 1, 8, 9)));
  }

  @Property(tries = 300)
  void turnsFollowEachOtherAndLastOneSlice(@ForAll("threads") Threads threads) {
    long now = 0;
    List<Slice> slices = threads.run();
    assertThat(slices).as("turns of %s", threads).hasSize(TURNS);
    for (Slice slice : slices) {
      long length = threads.slices()[slice.task()];
      assertThat(slice).as("%s", threads).isEqualTo(new Slice(0, slice.task(), now, now + length));
      now += length;
    }
  }

  @Property(tries = 300)
  void nobodyRunsWhoIsAheadOfAll(@ForAll("threads") Threads threads) {
    long[] ran = new long[threads.all().size()];
    for (Slice slice : threads.run()) {
      assertThat(threads.lag(slice.task(), ran[slice.task()], slice.start()))
          .as("lag of %s, times Σw, in %s", slice, threads)
          .isNotNegative();
      ran[slice.task()] += slice.length();
    }
  }

  @Property(tries = 300)
  void noEligibleThreadHasAnEarlierDeadlineOrTheSameAndALowerNumber(
      @ForAll("threads") Threads threads) {
    long[] ran = new long[threads.all().size()];
    for (Slice slice : threads.run()) {
      int chosen = slice.task();
      for (int other = 0; other < ran.length; other++) {
        boolean better =
            threads.earlier(other, chosen, ran)
                || other < chosen && !threads.earlier(chosen, other, ran);
        assertThat(better && threads.lag(other, ran[other], slice.start()) >= 0)
            .as("thread %d, eligible, should run before %s in %s", other, slice, threads)
            .isFalse();
      }
      ran[chosen] += slice.length();
    }
  }

  @Property(tries = 300)
  void noLagIsBeyondTheLongestSlice(@ForAll("threads") Threads threads) {
    long[] ran = new long[threads.all().size()];
    long bound = Arrays.stream(threads.slices()).max().orElse(0) * threads.allWeights();
    for (Slice slice : threads.run()) {
      ran[slice.task()] += slice.length();
      for (int thread = 0; thread < ran.length; thread++) {
        assertThat(threads.lag(thread, ran[thread], slice.end()))
            .as("lag of thread %d at %d, times Σw, in %s", thread, slice.end(), threads)
            .isBetween(-bound, bound);
      }
    }
  }

  @Property(tries = 100)
  void theUnitsOfTimeAndWeightDoNotMatter(@ForAll("threads") Threads threads) {
    // With these, products of times and weights leave an int hundreds of times.
    long time = 100_003;
    int[] heavier = Arrays.stream(threads.weights()).map(weight -> weight * 101).toArray();
    long[] longer = Arrays.stream(threads.slices()).map(slice -> slice * time).toArray();
    assertThat(VirtualDeadlines.schedule(heavier, longer, 300))
        .as("%s with all weights times 101 and all slices times %d", threads, time)
        .isEqualTo(
            VirtualDeadlines.schedule(threads.weights(), threads.slices(), 300).stream()
                .map(s -> new Slice(0, s.task(), s.start() * time, s.end() * time))
                .toList());
  }

  /** Few weights and slices, so that deadlines and virtual times are often equal. */
  @Provide
  Arbitrary<Threads> threads() {
    return Combinators.combine(Arbitraries.of(1, 2, 3, 7), Arbitraries.longs().between(1, 8))
        .as(Tuple::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(Threads::new);
  }
}
