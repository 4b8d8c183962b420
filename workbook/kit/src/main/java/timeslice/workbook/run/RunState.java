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
import org.junit.platform.engine.support.descriptor.ClassSource;
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
  private final TreeSet<Integer> spine = new TreeSet<>();
  private final Shortcuts shortcuts = new Shortcuts();

  private RunState(TestDescriptor all) {
    for (TestDescriptor test : all.getDescendants()) {
      if (test.getSource().orElse(null) instanceof ClassSource properties) {
        ExerciseId.markOf(properties.getJavaClass())
            .filter(RunState::onSpine)
            .ifPresent(mark -> spine.add(ExerciseId.parse(mark.value()).chapter()));
      }
    }
  }

  /** The state of the run that the calling thread belongs to. */
  static RunState current() {
    // A store belongs to whoever creates it and ends with it: the engine's lasts for the whole run.
    TestDescriptor engine = CurrentTestDescriptor.get();
    while (engine.getParent().isPresent()) {
      engine = engine.getParent().get();
    }
    TestDescriptor all = engine;
    return CurrentTestDescriptor.runWithDescriptor(
        all, () -> Store.getOrCreate(RunState.class, Lifespan.RUN, () -> new RunState(all)).get());
  }

  Settings settings() {
    return settings;
  }

  Console console() {
    return console;
  }

  Shortcuts shortcuts() {
    return shortcuts;
  }

  void note(Exercise mark, Verdict verdict) {
    if (verdict.state().endsExercise()) {
      ended.put(mark.value(), verdict.state());
    }
    if (verdict.state().red() && onSpine(mark)) {
      redChapters.add(ExerciseId.parse(mark.value()).chapter());
    }
  }

  private static boolean onSpine(Exercise mark) {
    return !mark.optional() && mark.kind() != Kind.PREDICT;
  }

  boolean ended(Exercise mark) {
    return ended.containsKey(mark.value());
  }

  /** Whether nobody has complained about the settings yet; true once. */
  boolean firstComplaint() {
    return complained.add("settings");
  }

  /**
   * The chapter to finish before this one opens, while an earlier one is red: the last before it
   * that may not be skipped.
   */
  OptionalInt closedBy(int chapter) {
    boolean open = redChapters.stream().noneMatch(red -> red < chapter);
    Integer before = spine.lower(chapter);
    return open || before == null ? OptionalInt.empty() : OptionalInt.of(before);
  }

  @Override
  public void close() {
    console.uninstall();
  }
}
