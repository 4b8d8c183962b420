package timeslice.workbook.run;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.jspecify.annotations.Nullable;
import timeslice.picture.Words;
import timeslice.workbook.Exercise;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.Verdict.Argument;
import timeslice.workbook.run.Verdict.State;
import timeslice.workbook.text.PageWords;

/** Writes the {@link Verdict} of one law. */
final class Report {
  private final PropertyLifecycleContext law;
  private final Settings settings;
  private final Set<String> answers;
  private final Words words = PageWords.read();

  Report(PropertyLifecycleContext law, Settings settings) {
    this.law = law;
    this.answers = Frames.answers(ExerciseId.markOf(law.containerClass()).orElse(null));
    this.settings = settings;
  }

  /** What jqwik's result means, unless the trial knows better. */
  Verdict of(PropertyExecutionResult result, Trial trial) {
    Verdict verdict = judge(result, trial);
    Exercise mark = ExerciseId.markOf(law.containerClass()).orElse(null);
    return mark != null && mark.kind() == Exercise.Kind.PREDICT
        ? verdict.with(Predictions.of(mark))
        : verdict;
  }

  private Verdict judge(PropertyExecutionResult result, Trial trial) {
    State over = trial.over();
    if (over != null) {
      return verdict(over, ending(over), example(over, trial), trial.tries());
    }
    return switch (result.status()) {
      case SUCCESSFUL -> verdict(State.PASSED, "", List.of(), trial.tries());
      case ABORTED -> verdict(State.UNDECIDED, reason(result), List.of(), trial.tries());
      case FAILED -> falsified(result, trial);
    };
  }

  /** The law's thread ended with something that jqwik does not handle. */
  Verdict thrown(Throwable thrown, Trial trial) {
    State over = trial.over();
    if (over == null && thrown instanceof OutOfMemoryError) {
      over = State.OUT_OF_MEMORY;
    }
    return over != null
        ? verdict(over, ending(over), example(over, trial), trial.tries())
        : verdict(State.FALSIFIED, Failure.words(thrown, answers), List.of(), trial.tries());
  }

  Verdict stuck(State state, String why, Trial trial) {
    return verdict(state, why, example(state, trial), trial.tries());
  }

  Verdict complaint(String complaint) {
    return verdict(State.FALSIFIED, complaint, List.of(), 0);
  }

  Verdict shortcut(String sentence) {
    return verdict(State.SHORTCUT, sentence, List.of(), 0);
  }

  private Verdict falsified(PropertyExecutionResult result, Trial trial) {
    Throwable thrown = result.throwable().orElse(null);
    List<Argument> example = result.falsifiedParameters().map(this::named).orElse(List.of());
    StackOverflowError overflow = overflow(thrown);
    if (overflow != null) {
      String why = words.say("law.overflow", Failure.circle(overflow, answers));
      return verdict(State.STACK_OVERFLOW, why, example, trial.tries());
    }
    return verdict(State.FALSIFIED, reason(result), example, trial.tries());
  }

  private static @Nullable StackOverflowError overflow(@Nullable Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof StackOverflowError overflow) {
        return overflow;
      }
    }
    return null;
  }

  // A law that returns false says nothing itself; jqwik's own sentence would only repeat its name.
  private String reason(PropertyExecutionResult result) {
    return result
        .throwable()
        .filter(t -> t.getMessage() == null || !t.getMessage().startsWith("Property ["))
        .map(thrown -> Failure.words(thrown, answers))
        .orElse("");
  }

  // The try that ended it; not made smaller, which would mean to go through the same again.
  private List<Argument> example(State over, Trial trial) {
    if (over == State.NOT_WRITTEN) {
      return List.of();
    }
    try {
      return named(trial.arguments());
    } catch (RuntimeException e) {
      return List.of(); // a thread that was left behind is still changing them
    }
  }

  private List<Argument> named(List<Object> values) {
    Parameter[] parameters = law.targetMethod().getParameters();
    List<Argument> arguments = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      String name = i < parameters.length ? parameters[i].getName() : "?";
      arguments.add(new Argument(name, Show.value(values.get(i))));
    }
    return arguments;
  }

  private String ending(State over) {
    return switch (over) {
      case OUT_OF_MEMORY -> words.say("law.memory");
      case FLOODED -> words.say("law.flood", Console.FLOOD >> 20);
      default -> "";
    };
  }

  private Verdict verdict(State state, String why, List<Argument> example, int tries) {
    return new Verdict(
        ExerciseId.markOf(law.containerClass()).map(Exercise::value).orElse(""),
        law.containerClass().getName(),
        law.targetMethod().getName(),
        state,
        why,
        example,
        tries,
        Long.toString(settings.seed()));
  }

  /** The text for those who see only the exception: the summary first, then the rest. */
  static String message(Verdict verdict) {
    Words words = PageWords.read();
    StringBuilder text = new StringBuilder();
    if (!verdict.exercise().isEmpty()) {
      text.append(verdict.exercise()).append(' ');
    }
    text.append(verdict.sentence());
    if (verdict.state() == State.NOT_WRITTEN) {
      return text.append(": ").append(words.say("law.notWritten")).toString();
    }
    if (!verdict.why().isEmpty()) {
      text.append("\n").append(verdict.why());
    }
    for (Argument argument : verdict.example()) {
      text.append("\n").append(argument.name()).append(" = ").append(argument.value());
    }
    return text.toString();
  }
}
