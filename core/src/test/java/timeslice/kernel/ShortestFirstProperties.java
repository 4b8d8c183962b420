package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import timeslice.kernel.Policies.Named;

/** Shortest first against every other schedule there is. */
class ShortestFirstProperties {

  @Property(tries = 700)
  void noPreemptiveScheduleHasALowerMeanResponseThanShortestRemainingTime(
      @ForAll("fewJobs") List<Arrival> jobs) {
    assertThat(Arrival.totalResponse(jobs, ShortestFirst.preemptive()))
        .isEqualTo(bestResponse(jobs));
  }

  /** The least total response of all schedules that change jobs at whole times, by trying all. */
  private static long bestResponse(List<Arrival> jobs) {
    long[] left = jobs.stream().mapToLong(Arrival::work).toArray();
    return best(0, left, jobs, new HashMap<>());
  }

  private static long best(long now, long[] left, List<Arrival> jobs, Map<String, Long> known) {
    long here = 0;
    boolean more = false;
    for (int i = 0; i < left.length; i++) {
      here += left[i] > 0 && jobs.get(i).at() <= now ? 1 : 0;
      more |= left[i] > 0;
    }
    if (!more) {
      return 0;
    }
    String state = now + Arrays.toString(left);
    Long answer = known.get(state);
    if (answer != null) {
      return answer;
    }
    long least = here == 0 ? best(now + 1, left, jobs, known) : Long.MAX_VALUE;
    for (int i = 0; i < left.length; i++) {
      if (left[i] > 0 && jobs.get(i).at() <= now) {
        left[i]--;
        least = Math.min(least, here + best(now + 1, left, jobs, known));
        left[i]++;
      }
    }
    known.put(state, least);
    return least;
  }

  @Property(tries = 1000)
  void shortestRemainingTimeIsNoWorseThanAnyOtherPolicy(
      @ForAll("jobs") List<Arrival> jobs, @ForAll("workConserving") Named policy) {
    assertThat(Arrival.totalResponse(jobs, ShortestFirst.preemptive()))
        .isLessThanOrEqualTo(Arrival.totalResponse(jobs, policy.factory()));
  }

  @Property(tries = 500)
  void noOrderOfSimultaneousJobsIsBetterThanTheShortestFirst(
      @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 1, max = 9) Long> work) {
    List<Arrival> jobs = work.stream().map(w -> new Arrival(0, w)).toList();
    assertThat(Arrival.totalResponse(jobs, ShortestFirst.untilItWaits()))
        .isEqualTo(bestOrder(new ArrayList<>(work), 0));
  }

  private static long bestOrder(List<Long> rest, long now) {
    long best = rest.isEmpty() ? 0 : Long.MAX_VALUE;
    for (int i = 0; i < rest.size(); i++) {
      long first = rest.remove(i);
      best = Math.min(best, now + first + bestOrder(rest, now + first));
      rest.add(i, first);
    }
    return best;
  }

  @Example
  void withLaterArrivalsTheShortestFirstIsNotTheBestWithoutPreemption() {
    List<Arrival> jobs = List.of(new Arrival(0, 10), new Arrival(1, 1));
    assertThat(Arrival.totalResponse(jobs, ShortestFirst.untilItWaits()))
        .as("10 for the first, 10 for the second; to idle until 1 would give 12 + 1")
        .isEqualTo(20);
  }

  @Provide
  Arbitrary<Named> workConserving() {
    return Policies.anyWorkConserving();
  }

  @Provide
  Arbitrary<List<Arrival>> jobs() {
    return arrivals(25, 12).list().ofMinSize(1).ofMaxSize(7);
  }

  @Provide
  Arbitrary<List<Arrival>> fewJobs() {
    return arrivals(5, 5).list().ofMinSize(1).ofMaxSize(4);
  }

  private static Arbitrary<Arrival> arrivals(long latest, long most) {
    return Combinators.combine(
            Arbitraries.longs().between(0, latest), Arbitraries.longs().between(1, most))
        .as(Arrival::new);
  }
}
