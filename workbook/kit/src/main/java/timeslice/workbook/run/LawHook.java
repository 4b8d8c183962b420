package timeslice.workbook.run;

import java.util.List;
import java.util.Set;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import net.jqwik.engine.SourceOfRandomness;
import net.jqwik.engine.execution.lifecycle.CurrentTestDescriptor;
import net.jqwik.engine.execution.lifecycle.PlainExecutionResult;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.Exercise;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.LawThread.Result;
import timeslice.workbook.run.Watch.Stuck;

/**
 * Around every law: seeds it, runs it on a thread that can be left behind, and turns what came out
 * into a {@link Verdict}.
 */
public final class LawHook implements AroundPropertyHook, AroundTryHook {

  /** What a law's thread brings home. */
  private record Outcome(PropertyExecutionResult result, Verdict verdict) {}

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  // Outermost, so that methods around properties and tries are guarded too.
  @Override
  public int aroundPropertyProximity() {
    return -1000;
  }

  @Override
  public int aroundTryProximity() {
    return -1000;
  }

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor law, List<Object> arguments) throws Throwable {
    return Thread.currentThread() instanceof LawThread thread
        ? thread.trial().attempt(law, arguments)
        : law.execute(arguments);
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) throws Throwable {
    RunState run = RunState.current();
    long seed = seed(context, run.settings());
    Report report = new Report(context, run.settings());
    if (run.settings().complaint() != null) {
      return failed(report.complaint(run.settings().complaint()), seed, null);
    }
    Exercise mark = ExerciseId.markOf(context.containerClass()).orElse(null);
    String shortcut = mark == null ? "" : run.shortcuts().of(mark, context.containerClass());
    if (mark != null && !shortcut.isEmpty()) {
      Verdict verdict = report.shortcut(shortcut);
      run.note(mark, verdict);
      return failed(verdict, seed, null);
    }
    Trial trial = new Trial();
    run.console().begin(trial);
    Outcome outcome;
    try {
      outcome = execute(property, seed, report, trial, Frames.answers(mark));
    } finally {
      run.console().end(trial);
    }
    Verdict verdict = outcome.verdict();
    Verdicts.keep(CurrentTestDescriptor.get().getUniqueId().toString(), verdict);
    if (mark != null) {
      run.note(mark, verdict);
    }
    return verdict.state().red() ? failed(verdict, seed, outcome.result()) : outcome.result();
  }

  private static long seed(PropertyLifecycleContext context, Settings settings) {
    long seed =
        settings.seedOf(context.containerClass().getName(), context.targetMethod().getName());
    if (context.attributes().seed().isEmpty()) {
      context.attributes().setSeed(Long.toString(seed));
    }
    return seed;
  }

  private static Outcome execute(
      PropertyExecutor property, long seed, Report report, Trial trial, Set<String> answers)
      throws InterruptedException {
    Result<Outcome> home = new Result<>();
    LawThread thread =
        LawThread.start(
            trial,
            home,
            () -> {
              // for samples that a law draws itself
              SourceOfRandomness.create(Long.toString(seed));
              PropertyExecutionResult result = property.execute();
              return new Outcome(result, report.of(result, trial));
            });
    Exits.running(thread);
    Watch watch = new Watch(thread);
    while (!thread.await(20)) {
      Stuck stuck = watch.look();
      if (stuck != null) {
        String words = Diagnosis.words(stuck, thread, watch, answers);
        abandon(watch, trial);
        Verdict verdict = report.stuck(Diagnosis.state(stuck), words, trial);
        return new Outcome(PlainExecutionResult.failed(new Error(), Long.toString(seed)), verdict);
      }
    }
    Outcome outcome = home.value;
    if (outcome != null) {
      return outcome;
    }
    Throwable thrown = home.thrown == null ? new IllegalStateException("no result") : home.thrown;
    return new Outcome(
        PlainExecutionResult.failed(thrown, Long.toString(seed)), report.thrown(thrown, trial));
  }

  private static void abandon(Watch watch, Trial trial) {
    trial.abandon();
    for (Thread thread : watch.threads()) {
      thread.interrupt();
    }
  }

  private static PropertyExecutionResult failed(
      Verdict verdict, long seed, @Nullable PropertyExecutionResult result) {
    LawBroken broken = new LawBroken(verdict, Report.message(verdict));
    return PlainExecutionResult.failed(
        broken, result == null ? Long.toString(seed) : result.seed().orElse(Long.toString(seed)));
  }
}
