package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.jvm.explore.Exploration.Refused;
import timeslice.workbook.jvm.scan.HiddenSharing;

/**
 * Runs real code in every schedule of a few threads, and says which one goes wrong.
 *
 * <pre>{@code
 * Explorer.of(Counter.class)
 *     .explore(
 *         scenario -> {
 *           var counter = new Counter();
 *           scenario
 *               .thread("A", counter::increment)
 *               .thread("B", counter::increment)
 *               .after(() -> assertThat(counter.value()).as("the count").isEqualTo(2));
 *         })
 *     .assertProved();
 * }</pre>
 *
 * <p>A schedule chooses, before each step on a shared object ({@link SharedInt}, {@link SharedRef},
 * {@link SharedArray}, {@link SharedLock}, {@link SharedSemaphore}, {@link Parker}), which thread
 * goes on. Memory is sequentially consistent. What threads share otherwise is not seen: code under
 * test that does so is refused, by its bytecode ({@link HiddenSharing}). Each schedule ends: fine,
 * with something thrown, with threads that wait for each other, or at a bound, which is never a
 * pass. The same exploration gives the same result every time.
 *
 * <p>A loop that spins until another thread changes something ends as well: a thread that has
 * looked at the same unchanged things more than {@value Looks#REPEATS} times in a row is taken to
 * do so until they change. Its looks in vain are not counted as schedules of their own.
 *
 * <p>The threads are virtual and run on the calling thread, which must be a platform thread.
 */
public final class Explorer {
  private final Limits limits;
  private final @Nullable String refusal;

  private Explorer(Limits limits, @Nullable String refusal) {
    this.limits = limits;
    this.refusal = refusal;
  }

  /**
   * An explorer for code under test: these classes, their nested ones, and all that these name in
   * turn within the same room ({@link HiddenSharing}).
   */
  public static Explorer of(Class<?> first, Class<?>... more) {
    var classes = new ArrayList<Class<?>>(List.of(more));
    classes.addFirst(first);
    return new Explorer(Limits.USUAL, HiddenSharing.in(classes).orElse(null));
  }

  /** An explorer that trusts the scenario to share nothing behind its back. */
  public static Explorer unchecked() {
    return new Explorer(Limits.USUAL, null);
  }

  /**
   * Also lets sleeping threads wake up for no reason, up to so many times in a schedule (usually
   * never): in {@link SharedCondition#await}, {@link SharedInt#futexWait} and {@link Parker#park}.
   */
  public Explorer spuriousWakeUps(int most) {
    return with(limits -> limits.withSpuriousWakeUps(most));
  }

  /**
   * Tries only schedules with so many preemptions or fewer: places where another thread goes on
   * although the last one could have. Most bugs need one or two; the rest stays unproved.
   */
  public Explorer preemptions(int most) {
    return with(limits -> limits.withPreemptions(most));
  }

  /** Runs at most so many schedules (usually 50,000). */
  public Explorer runs(int most) {
    return with(limits -> limits.withRuns(most));
  }

  /** Gives up when a schedule has more steps than this (usually 1,000). */
  public Explorer steps(int most) {
    return with(limits -> limits.withSteps(most));
  }

  /**
   * Runs each schedule even where another one came to an equal position before: many more runs, for
   * scenarios whose checks look at more than shared objects.
   */
  public Explorer everySchedule() {
    return with(Limits::withoutMerging);
  }

  private Explorer with(UnaryOperator<Limits> change) {
    return new Explorer(change.apply(limits), refusal);
  }

  /** Tries all schedules; the scenario is prepared anew for each of them. */
  public Exploration explore(Consumer<Scenario> scenario) {
    mustBeOutside();
    return refusal != null ? new Refused(refusal) : new Search(scenario, limits).explore();
  }

  /**
   * Runs one schedule, as {@link Exploration.Failed#schedule} names it, and goes on in the simplest
   * way when it ends; {@link Exploration.Unfinished} if nothing goes wrong.
   *
   * @throws IllegalArgumentException if the scenario has no such schedule
   */
  public Exploration replay(Consumer<Scenario> scenario, String schedule) {
    mustBeOutside();
    return refusal != null
        ? new Refused(refusal)
        : new Replay(scenario, limits).of(Schedule.steps(schedule), 1);
  }

  private static void mustBeOutside() {
    if (Thread.currentThread().isVirtual() || Stage.run() != null) {
      throw new IllegalStateException(
          "an exploration starts on a platform thread and not inside another one");
    }
  }
}
