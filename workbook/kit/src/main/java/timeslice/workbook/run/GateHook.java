package timeslice.workbook.run;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import net.jqwik.engine.execution.lifecycle.CurrentTestDescriptor;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.Exercise;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.Verdict.State;
import timeslice.workbook.text.PageWords;

/**
 * Leaves laws alone whose turn has not come: those of chapters after the first red one, and those
 * of an exercise that hung.
 */
public final class GateHook implements SkipExecutionHook {

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public SkipResult shouldBeSkipped(LifecycleContext context) {
    if (!(context instanceof PropertyLifecycleContext law)) {
      return SkipResult.doNotSkip();
    }
    Optional<Exercise> mark = ExerciseId.markOf(law.containerClass());
    String id = CurrentTestDescriptor.get().getUniqueId().toString();
    Verdicts.forget(id);
    if (mark.isEmpty()) {
      return SkipResult.doNotSkip();
    }
    Verdict closed = closed(law, mark.get(), RunState.current());
    if (closed == null) {
      return SkipResult.doNotSkip();
    }
    Verdicts.keep(id, closed);
    return SkipResult.skip(closed.why());
  }

  private static @Nullable Verdict closed(
      PropertyLifecycleContext law, Exercise mark, RunState run) {
    Settings settings = run.settings();
    if (settings.complaint() != null) {
      // the first law fails with the complaint, so that the run is not taken for a green one
      return run.firstComplaint() ? null : verdict(law, mark, State.NOT_RUN, settings.complaint());
    }
    if (run.ended(mark)) {
      return verdict(law, mark, State.NOT_RUN, PageWords.read().say("law.notRun"));
    }
    int chapter = ExerciseId.parse(mark.value()).chapter();
    if (settings.chapter() >= 0 && chapter != settings.chapter()) {
      return verdict(
          law, mark, State.CLOSED, PageWords.read().say("chapter.notAsked", settings.chapter()));
    }
    OptionalInt by =
        settings.chapter() == Settings.GATE ? run.closedBy(chapter) : OptionalInt.empty();
    return by.isEmpty()
        ? null
        : verdict(law, mark, State.CLOSED, PageWords.read().say("chapter.opens", by.getAsInt()));
  }

  private static Verdict verdict(
      PropertyLifecycleContext law, Exercise mark, State state, String why) {
    return new Verdict(
        mark.value(),
        law.containerClass().getName(),
        law.targetMethod().getName(),
        state,
        why,
        List.of(),
        0,
        "");
  }
}
