package timeslice.workbook.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import timeslice.Todo;
import timeslice.workbook.Exercise;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.Verdict.State;

/**
 * How a {@code TestExecutionListener} gets from a test of the launcher to its {@link Verdict}.
 *
 * <p>Call {@link #of} in {@code executionFinished} and {@link #ofSkipped} in {@code
 * executionSkipped}, both on the thread of the callback; both answer empty for containers and for
 * tests that are no laws (not a method of a class marked {@link Exercise}, and not run by our
 * hooks). The laws of a container that could not even be created are answered too.
 */
public final class Verdicts {
  // By unique id of the test; a run overwrites what an earlier one in the same JVM left.
  private static final Map<String, Verdict> LAST = new ConcurrentHashMap<>();

  private Verdicts() {}

  static void keep(String uniqueId, Verdict verdict) {
    LAST.put(uniqueId, verdict);
  }

  static void forget(String uniqueId) {
    LAST.remove(uniqueId);
  }

  /** The verdict of a finished law. */
  public static Optional<Verdict> of(TestIdentifier test, TestExecutionResult result) {
    if (!test.isTest()) {
      return Optional.empty();
    }
    Throwable thrown = result.getThrowable().orElse(null);
    if (thrown instanceof LawBroken broken) {
      return Optional.of(broken.verdict());
    }
    Verdict kept = LAST.get(test.getUniqueId());
    if (kept != null && result.getStatus() != TestExecutionResult.Status.FAILED) {
      return Optional.of(kept);
    }
    return switch (result.getStatus()) {
      case SUCCESSFUL -> derived(test, State.PASSED, "");
      case ABORTED -> derived(test, State.UNDECIDED, message(thrown));
      case FAILED ->
          notWritten(thrown)
              ? derived(test, State.NOT_WRITTEN, "")
              : derived(test, State.FALSIFIED, message(thrown));
    };
  }

  /** The verdict of a law that was not run. */
  public static Optional<Verdict> ofSkipped(TestIdentifier test, @Nullable String reason) {
    if (!test.isTest()) {
      return Optional.empty();
    }
    Verdict kept = LAST.get(test.getUniqueId());
    return kept != null
        ? Optional.of(kept)
        : derived(test, State.NOT_RUN, reason == null ? "" : reason);
  }

  private static Optional<Verdict> derived(TestIdentifier test, State state, String why) {
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .flatMap(
            method ->
                ExerciseId.markOf(method.getJavaClass())
                    .map(
                        mark ->
                            new Verdict(
                                mark.value(),
                                method.getClassName(),
                                method.getMethodName(),
                                state,
                                why,
                                List.of(),
                                0,
                                "")));
  }

  private static boolean notWritten(@Nullable Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Todo) {
        return true;
      }
    }
    return false;
  }

  private static String message(@Nullable Throwable thrown) {
    return thrown == null ? "" : Failure.words(thrown, Set.of());
  }
}
