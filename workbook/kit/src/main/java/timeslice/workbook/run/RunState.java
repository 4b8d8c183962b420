package timeslice.workbook.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import net.jqwik.engine.execution.lifecycle.CurrentTestDescriptor;
import org.junit.platform.engine.TestDescriptor;
import timeslice.workbook.Exercise;
import timeslice.workbook.Exercise.Kind;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.Verdict.State;

/** What the laws of one run have said so far; a second run in the same JVM has its own. */
final class RunState implements Store.CloseOnReset {
  private final Settings settings = Settings.read();
  private final Console console = Console.install();
  private final Set<Integer> redChapters = new TreeSet<>();
  private final Map<String, State> ended = new HashMap<>();
  private final Set<String> complained = new HashSet<>();

  /** The state of the run that the calling thread belongs to. */
  static RunState current() {
    // A store belongs to whoever creates it and ends with it: the engine's lasts for the whole run.
    TestDescriptor engine = CurrentTestDescriptor.get();
    while (engine.getParent().isPresent()) {
      engine = engine.getParent().get();
    }
    return CurrentTestDescriptor.runWithDescriptor(
        engine, () -> Store.getOrCreate(RunState.class, Lifespan.RUN, RunState::new).get());
  }

  Settings settings() {
    return settings;
  }

  Console console() {
    return console;
  }

  void note(Exercise mark, Verdict verdict) {
    if (verdict.state().endsExercise()) {
      ended.put(mark.value(), verdict.state());
    }
    boolean spine = !mark.optional() && mark.kind() != Kind.PREDICT;
    if (verdict.state().red() && spine) {
      redChapters.add(ExerciseId.parse(mark.value()).chapter());
    }
  }

  boolean ended(Exercise mark) {
    return ended.containsKey(mark.value());
  }

  /** Whether nobody has complained about the settings yet; true once. */
  boolean firstComplaint() {
    return complained.add("settings");
  }

  /** The red chapter that keeps this one closed. */
  OptionalInt closedBy(int chapter) {
    return redChapters.stream().mapToInt(i -> i).filter(red -> red < chapter).min();
  }

  @Override
  public void close() {
    console.uninstall();
  }
}
