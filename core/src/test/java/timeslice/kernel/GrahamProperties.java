package timeslice.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import timeslice.kernel.Policies.Named;

/**
 * Jobs with arcs on several cores, without any overhead: what more cores, shorter jobs and fewer
 * arcs can do (Graham, "Bounds on multiprocessing timing anomalies", 1969), and what they cannot.
 */
class GrahamProperties {
  /** Numbered from 0: 0 before 8; 3 before 4, 5, 6 and 7. */
  private static JobGraph graham(long shorterBy) {
    long[] durations = {3, 2, 2, 2, 4, 4, 4, 4, 9};
    return JobGraph.independent(Arrays.stream(durations).map(d -> d - shorterBy).toArray())
        .arc(0, 8);
  }

  private static JobGraph graham() {
    return graham(0).arc(3, 4).arc(3, 5).arc(3, 6).arc(3, 7);
  }

  @Example
  void threeCoresNeedTwelve() {
    assertThat(graham().listSchedule(3)).isEqualTo(12);
  }

  @Example
  void aFourthCoreMakesItLater() {
    assertThat(graham().listSchedule(4)).isEqualTo(15);
  }

  @Example
  void shorterJobsMakeItLater() {
    JobGraph shorter = graham(1).arc(3, 4).arc(3, 5).arc(3, 6).arc(3, 7);
    assertThat(shorter.listSchedule(3)).isEqualTo(13);
  }

  @Example
  void fewerArcsMakeItLater() {
    assertThat(graham(0).arc(3, 6).arc(3, 7).listSchedule(3)).isEqualTo(16);
  }

  @Property(tries = 1000)
  void listSchedulingIsAtMostTwiceTheBestLessOneCoresShare(
      @ForAll("graphs") JobGraph jobs, @ForAll @IntRange(min = 1, max = 4) int cores) {
    long best = jobs.best(cores);
    assertThat(jobs.listSchedule(cores))
        .as("end on %d cores, where %d is the best", cores, best)
        .isBetween(best, (2L * cores - 1) * best / cores);
  }

  @Example
  void theBoundIsReached() {
    JobGraph jobs = JobGraph.independent(1, 1, 1, 1, 1, 1, 3);
    assertThat(jobs.best(3)).isEqualTo(3);
    assertThat(jobs.listSchedule(3)).isEqualTo(5); // (2 - 1/3) * 3
  }

  @Property(tries = 500)
  void longestFirstIsAtMostAThirdAboveTheBest(
      @ForAll @Size(min = 1, max = 7) List<@LongRange(min = 1, max = 7) Long> durations,
      @ForAll @IntRange(min = 1, max = 3) int cores) {
    long[] longestFirst =
        durations.stream().sorted((a, b) -> Long.compare(b, a)).mapToLong(d -> d).toArray();
    long best = bestOfIndependent(longestFirst, 0, new long[cores]);
    assertThat(3 * cores * JobGraph.independent(longestFirst).listSchedule(cores))
        .as("3 * cores * end, where %d is the best", best)
        .isBetween(3 * cores * best, (4L * cores - 1) * best);
  }

  private static long bestOfIndependent(long[] durations, int job, long[] load) {
    if (job == durations.length) {
      return Arrays.stream(load).max().orElse(0);
    }
    long best = Long.MAX_VALUE;
    for (int core = 0; core < load.length; core++) {
      load[core] += durations[job];
      best = Math.min(best, bestOfIndependent(durations, job + 1, load));
      load[core] -= durations[job];
    }
    return best;
  }

  @Example
  void longestFirstReachesItsBound() {
    JobGraph jobs = JobGraph.independent(3, 3, 2, 2, 2);
    assertThat(jobs.best(2)).isEqualTo(6);
    assertThat(jobs.listSchedule(2)).isEqualTo(7); // (4/3 - 1/6) * 6
  }

  @Property(tries = 1000)
  void whoeverNeverIdlesEndsByWorkPerCorePlusCriticalPath(
      @ForAll("graphs") JobGraph jobs,
      @ForAll @IntRange(min = 1, max = 4) int cores,
      @ForAll("workConserving") Named policy) {
    long end = jobs.end(cores, policy.factory());
    long work = jobs.work();
    long path = jobs.criticalPath();
    assertThat(end).isGreaterThanOrEqualTo(Math.max((work + cores - 1) / cores, path));
    assertThat(cores * end).isLessThanOrEqualTo(work - path + cores * path);
  }

  @Provide
  Arbitrary<Named> workConserving() {
    return Policies.anyWorkConserving();
  }

  /** Up to six jobs; each may wait for any earlier ones. */
  @Provide
  Arbitrary<JobGraph> graphs() {
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(
            size ->
                Arbitraries.longs()
                    .between(1, 6)
                    .array(long[].class)
                    .ofSize(size)
                    .flatMap(
                        durations ->
                            Arbitraries.integers()
                                .between(0, 3)
                                .array(int[].class)
                                .ofSize(size * size)
                                .map(dice -> graph(durations, dice))));
  }

  private static JobGraph graph(long[] durations, int[] dice) {
    JobGraph graph = JobGraph.independent(durations);
    int size = durations.length;
    for (int then = 0; then < size; then++) {
      for (int first = 0; first < then; first++) {
        if (dice[then * size + first] == 0) {
          graph = graph.arc(first, then);
        }
      }
    }
    return graph;
  }
}
