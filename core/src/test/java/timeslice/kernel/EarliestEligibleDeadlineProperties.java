package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import timeslice.runtime.OneToOne;
import timeslice.trace.Choice;
import timeslice.trace.Trace;

/** EEVDF: who is owed time and has the earliest virtual deadline. */
class EarliestEligibleDeadlineProperties {

  /** A thread that computes, with its weight and the length of its slices. */
  record Share(int weight, long slice, long work) {}

  @Example
  void twiceTheWeightRunsTwiceAsOften() {
    List<Share> shares = List.of(new Share(1024, 3, 9), new Share(2048, 3, 18));
    assertThat(turns(shares).stream().map(Turn::thread)).containsExactly(1, 0, 1, 1, 0, 1, 1, 0, 1);
  }

  @Example
  void aShorterSliceIsServedSoonerAndNotMore() {
    List<Share> shares = List.of(new Share(1024, 8, 16), new Share(1024, 2, 16));
    List<Turn> turns = turns(shares);
    assertThat(turns.getFirst().thread()).isEqualTo(1);
    assertThat(turns.getFirst().length()).isEqualTo(2);
    assertThat(turns.stream().filter(t -> t.thread() == 1 && t.end() <= 16).mapToLong(Turn::length))
        .as("turns of the short slices in the first half")
        .hasSize(4);
  }

  @Property(tries = 1500)
  void theChosenIsOwedTimeAndHasTheEarliestDeadlineOfThoseWhoAre(
      @ForAll("shares") List<Share> shares) {
    long[] served = new long[shares.size()];
    long[] deadline = shares.stream().mapToLong(Share::slice).toArray();
    for (Turn turn : turnsWhileAllCompete(shares)) {
      int chosen = turn.thread();
      assertThat(owed(chosen, served, shares)).as("lag of the chosen").isNotNegative();
      for (int other = 0; other < served.length; other++) {
        if (owed(other, served, shares) >= 0) {
          assertThat(deadline[chosen] * shares.get(other).weight())
              .as("deadline of %d against that of %d, times both weights", chosen, other)
              .isLessThanOrEqualTo(deadline[other] * shares.get(chosen).weight());
        }
      }
      served[chosen] += turn.length();
      assertThat(served[chosen]).as("the turn goes up to the deadline").isEqualTo(deadline[chosen]);
      deadline[chosen] = served[chosen] + shares.get(chosen).slice();
    }
  }

  @Property(tries = 1500)
  void nobodyIsOwedOrOwesMoreThanTheLongestSlice(@ForAll("shares") List<Share> shares) {
    long longest = shares.stream().mapToLong(Share::slice).max().orElse(0);
    long weights = shares.stream().mapToLong(Share::weight).sum();
    long[] served = new long[shares.size()];
    for (Turn turn : turnsWhileAllCompete(shares)) {
      served[turn.thread()] += turn.length();
      for (int thread = 0; thread < served.length; thread++) {
        assertThat(owed(thread, served, shares))
            .as("lag of %d, times all weights", thread)
            .isBetween(-longest * weights, longest * weights);
      }
    }
  }

  /** The lag, times the sum of the weights: w (sum of s) - s (sum of w), a whole number. */
  private static long owed(int thread, long[] served, List<Share> shares) {
    long all = IntStream.range(0, served.length).mapToLong(i -> served[i]).sum();
    long weights = shares.stream().mapToLong(Share::weight).sum();
    return shares.get(thread).weight() * all - served[thread] * weights;
  }

  /** Turns until the first thread is done: up to there, all compete all the time. */
  private static List<Turn> turnsWhileAllCompete(List<Share> shares) {
    List<Turn> turns = new ArrayList<>();
    long[] served = new long[shares.size()];
    for (Turn turn : turns(shares)) {
      served[turn.thread()] += turn.length();
      if (served[turn.thread()] >= shares.get(turn.thread()).work()) {
        return turns;
      }
      turns.add(turn);
    }
    return turns;
  }

  private static List<Turn> turns(List<Share> shares) {
    Scheduler.Factory policy =
        EarliestEligibleDeadline.withSlices(thread -> shares.get(thread).slice());
    Kernel kernel = new Kernel(Machine.cores(1).with(policy));
    for (Share share : shares) {
      kernel.create(-1, share.weight(), Computing.once(share.work()));
    }
    kernel.run();
    return Turn.of(kernel.trace().trace());
  }

  @Property(tries = 1500)
  void itChoosesAsTheDefinitionReads(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll @IntRange(min = 1, max = 3) int cores,
      @ForAll boolean siblings) {
    Machine plain = Machine.cores(cores);
    Machine machine = siblings ? plain.withSiblings() : plain;
    Trace listed =
        new OneToOne()
            .run(
                machine.with((Scheduler.Factory) v -> new ListedEevdf(v, t -> 3 + t % 4 * 4)),
                RandomWorkloads.of(seed))
            .trace();
    Trace real =
        new OneToOne()
            .run(
                machine.with(EarliestEligibleDeadline.withSlices(t -> 3 + t % 4 * 4)),
                RandomWorkloads.of(seed))
            .trace();
    assertThat(Turn.of(real)).isEqualTo(Turn.of(listed));
  }

  @Property(tries = 1500)
  void withWeightsAndSleepsToo(
      @ForAll("sleepers") @Size(min = 1, max = 6) List<long[]> bursts,
      @ForAll @Size(6) List<@IntRange(min = 1, max = 5) Integer> weights,
      @ForAll @IntRange(min = 1, max = 2) int cores) {
    Scheduler.Factory listed = view -> new ListedEevdf(view, _ -> 6);
    assertThat(turns(cores, EarliestEligibleDeadline.withSlice(6), bursts, weights))
        .isEqualTo(turns(cores, listed, bursts, weights));
  }

  private static List<Turn> turns(
      int cores, Scheduler.Factory policy, List<long[]> bursts, List<Integer> weights) {
    Kernel kernel = new Kernel(Machine.cores(cores).with(policy));
    for (int i = 0; i < bursts.size(); i++) {
      kernel.create(-1, weights.get(i), Computing.inBursts(bursts.get(i)));
    }
    kernel.run();
    return Turn.of(kernel.trace().trace());
  }

  // ---- across a sleep ----

  @Example
  void whoOwesTimeCannotSleepItOff() {
    // 0 runs ahead by a slice, sleeps for a moment, and has to let 1 catch up all the same.
    List<Turn> turns =
        turns(
            1,
            EarliestEligibleDeadline.withSlice(10),
            List.of(new long[] {10, 1, 5}, new long[] {40}),
            List.of(1024, 1024));
    assertThat(turns.get(0).thread()).isZero();
    assertThat(turns.get(1).thread()).isEqualTo(1);
    assertThat(turns.get(2).thread()).isZero();
    assertThat(turns.get(2).taken()).as("not when it wakes at 11").isEqualTo(20);
  }

  @Example
  void whatWasOwedIsForgottenOnceTheOthersHaveCaughtUp() {
    // Asleep from 10 to 60: by 20 thread 1 has caught up, and at 60 thread 0 owes nothing.
    List<Turn> turns =
        turns(
            1,
            EarliestEligibleDeadline.withSlice(10),
            List.of(new long[] {10, 50, 5}, new long[] {100}),
            List.of(1024, 1024));
    Turn back = turns.stream().filter(t -> t.thread() == 0).skip(1).findFirst().orElseThrow();
    assertThat(back.taken()).isEqualTo(60);
  }

  @Example
  void whatIsOwedIsKeptUpToTwoSlices() {
    // Thread 0 asks for slices of 1 and has to let a slice of 50 go by: it is owed about 24 when it
    // sleeps, from 52 to 112. It comes back with 2, and each ns of its own costs it half of one.
    Scheduler.Factory policy = EarliestEligibleDeadline.withSlices(t -> t == 0 ? 1 : 50);
    List<Turn> turns =
        turns(1, policy, List.of(new long[] {2, 60, 30}, new long[] {300}), List.of(1024, 1024));
    long alone =
        turns.stream()
            .filter(t -> t.taken() >= 112)
            .takeWhile(t -> t.thread() == 0)
            .mapToLong(Turn::length)
            .sum();
    assertThat(alone).as("in a row").isEqualTo(5);
  }

  @Example
  void theReasonIsNamed() {
    List<Turn> turns = turns(List.of(new Share(1024, 3, 3), new Share(1024, 3, 6)));
    assertThat(turns.stream().map(Turn::why))
        .containsExactly(Choice.EARLIEST_DEADLINE, Choice.ONLY_ONE, Choice.ONLY_ONE);
  }

  @Example
  void linuxGrantsLongerSlicesOnMoreCpus() {
    Kernel kernel = new Kernel(Machine.cores(4).with(EarliestEligibleDeadline.likeLinux()));
    for (int i = 0; i < 5; i++) {
      kernel.create(-1, Computing.once(10_000_000));
    }
    kernel.run();
    assertThat(Turn.of(kernel.trace().trace()).getFirst().length()).isEqualTo(3 * 700_000);
  }

  @Example
  void badInputIsOneSentenceWithTheValue() {
    assertThatThrownBy(() -> turns(List.of(new Share(1024, 0, 5))))
        .hasMessage("a slice must be 1 ns or more, got 0");
  }

  // ---- generators ----

  @Provide
  Arbitrary<List<Share>> shares() {
    Arbitrary<Integer> weights =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 5), Arbitraries.of(15, 335, 1024, 3121, 88_761));
    return Combinators.combine(
            weights, Arbitraries.longs().between(1, 9), Arbitraries.longs().between(20, 90))
        .as(Share::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<long[]>> sleepers() {
    return Arbitraries.longs()
        .between(1, 15)
        .array(long[].class)
        .ofMinSize(1)
        .ofMaxSize(9)
        .list()
        .ofMaxSize(6);
  }
}
