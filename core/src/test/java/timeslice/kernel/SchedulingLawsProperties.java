package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import timeslice.kernel.Policies.Named;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.OneToOne;
import timeslice.runtime.Outcome;
import timeslice.runtime.Run;
import timeslice.trace.Kind;
import timeslice.trace.Trace;

/**
 * The laws of scheduling, each where it holds; and what one might take for a law, with a witness.
 */
class SchedulingLawsProperties {

  // ---- unfinished work ----

  @Property(tries = 1500)
  void unfinishedWorkIsTheSameWhoeverRuns(
      @ForAll("jobs") List<Arrival> jobs, @ForAll("workConserving") Named policy) {
    Run run = new OneToOne().run(Machine.cores(1).with(policy.factory()), Arrival.workload(jobs));
    List<Turn> turns = Turn.of(run.trace());
    long unfinished = 0;
    for (long now = 0; now <= run.end(); now++) {
      long tick = now;
      unfinished += jobs.stream().filter(j -> j.at() == tick).mapToLong(Arrival::work).sum();
      // a server that works whenever there is work
      long expected = unfinished;
      unfinished = Math.max(0, unfinished - 1);
      long came = jobs.stream().filter(j -> j.at() <= tick).mapToLong(Arrival::work).sum();
      assertThat(came - doneBy(tick, turns)).as("unfinished at %d", now).isEqualTo(expected);
    }
  }

  private static long doneBy(long now, List<Turn> turns) {
    return turns.stream().mapToLong(t -> Math.max(0, Math.min(now, t.end()) - t.start())).sum();
  }

  // ---- round robin ----

  @Property(tries = 1000)
  void roundRobinEndsAfterAllWorkAndAllChangesOfThread(
      @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 20) Long> work,
      @ForAll @LongRange(min = 1, max = 9) long quantum,
      @ForAll @LongRange(max = 3) long switchCost) {
    long turns = work.stream().mapToLong(w -> rounds(w, quantum)).sum();
    long expected =
        work.stream().mapToLong(w -> w).sum()
            + switchCost * (turns - turnsAfterItself(work, quantum));
    assertThat(roundRobin(work, quantum, switchCost).end()).isEqualTo(expected);
  }

  private static long rounds(long work, long quantum) {
    return (work + quantum - 1) / quantum;
  }

  /** Turns of the thread with the most rounds that follow a turn of its own: nothing to switch. */
  private static long turnsAfterItself(List<Long> work, long quantum) {
    int last = 0; // whose turn is the last one of all
    for (int i = 1; i < work.size(); i++) {
      if (rounds(work.get(i), quantum) >= rounds(work.get(last), quantum)) {
        last = i;
      }
    }
    long most = rounds(work.get(last), quantum);
    long othersMost = 0;
    int lastOfOthers = -1;
    for (int i = 0; i < work.size(); i++) {
      if (i != last && rounds(work.get(i), quantum) >= othersMost) {
        othersMost = rounds(work.get(i), quantum);
        lastOfOthers = i;
      }
    }
    // In the round of the others' last turn, it came before or behind the last of them.
    return Math.max(0, most - othersMost - (last > lastOfOthers && othersMost > 0 ? 0 : 1));
  }

  @Property(tries = 1000)
  void roundRobinLetsNobodyWaitLongerThanARoundOfTheOthers(
      @ForAll @Size(min = 2, max = 6) List<@LongRange(min = 1, max = 20) Long> work,
      @ForAll @LongRange(min = 1, max = 9) long quantum,
      @ForAll @LongRange(max = 3) long switchCost) {
    long bound = (work.size() - 1) * (quantum + switchCost) + switchCost;
    Map<Integer, Long> lastEnd = new HashMap<>();
    for (Turn turn : Turn.of(roundRobin(work, quantum, switchCost).trace())) {
      long waited = turn.start() - lastEnd.getOrDefault(turn.thread(), 0L);
      assertThat(waited).as("thread %d waited", turn.thread()).isLessThanOrEqualTo(bound);
      lastEnd.put(turn.thread(), turn.end());
    }
  }

  private static Run roundRobin(List<Long> work, long quantum, long switchCost) {
    Machine machine =
        Machine.cores(1).with(RoundRobin.withQuantum(quantum)).withSwitchCost(switchCost);
    List<Program> programs = work.stream().map(w -> Program.start().compute(w).end()).toList();
    return new OneToOne().run(machine, Workload.of(programs));
  }

  @Example
  void aSmallerQuantumCanMakeTheMeanTurnaroundWorse() {
    List<Arrival> jobs =
        List.of(new Arrival(0, 6), new Arrival(0, 3), new Arrival(0, 1), new Arrival(0, 7));
    Map<Long, Double> means = new HashMap<>();
    for (long quantum : new long[] {1, 2, 3, 5}) {
      means.put(quantum, Arrival.totalResponse(jobs, RoundRobin.withQuantum(quantum)) / 4.0);
    }
    assertThat(means).isEqualTo(Map.of(1L, 11.0, 2L, 11.5, 3L, 10.75, 5L, 12.25));
  }

  @Example
  void theEndDependsOnThePolicyOnceSwitchesCost() {
    List<Long> work = List.of(4L, 4L);
    assertThat(roundRobin(work, 2, 1).end()).isEqualTo(12);
    assertThat(roundRobin(work, 4, 1).end()).isEqualTo(10);
  }

  // ---- Little's law ----

  @Property(tries = 700)
  void tasksInTheSystemAddUpToTheirTimesInIt(
      @ForAll @LongRange(max = 1_000_000) long seed,
      @ForAll("policies") Named policy,
      @ForAll @IntRange(min = 1, max = 3) int cores) {
    Run run =
        new OneToOne().run(Machine.cores(cores).with(policy.factory()), RandomWorkloads.of(seed));
    Assume.that(run.outcome() instanceof Outcome.Finished);
    Trace trace = run.trace();
    long area = 0;
    int inSystem = 0;
    long[] came = new long[run.tasks()];
    long stayed = 0;
    for (int i = 0; i < trace.size(); i++) {
      area += i == 0 ? 0 : inSystem * (trace.time(i) - trace.time(i - 1));
      if (trace.kind(i) == Kind.TASK_CREATED) {
        inSystem++;
        came[trace.who(i)] = trace.time(i);
      } else if (trace.kind(i) == Kind.TASK_ENDED) {
        inSystem--;
        stayed += trace.time(i) - came[trace.who(i)];
      }
    }
    assertThat(inSystem).as("tasks left at the end").isZero();
    assertThat(area).isEqualTo(stayed);
  }

  // ---- generators ----

  @Provide
  Arbitrary<Named> policies() {
    return Policies.any();
  }

  @Provide
  Arbitrary<Named> workConserving() {
    return Policies.anyWorkConserving();
  }

  @Provide
  Arbitrary<List<Arrival>> jobs() {
    return arrivals(25, 12).list().ofMinSize(1).ofMaxSize(7);
  }

  private static Arbitrary<Arrival> arrivals(long latest, long most) {
    return Combinators.combine(
            Arbitraries.longs().between(0, latest), Arbitraries.longs().between(1, most))
        .as(Arrival::new);
  }
}
