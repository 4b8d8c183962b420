package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One schedule of a scenario while it is run, step by step, on the calling thread. */
final class Run {

  private final Histories histories;
  private final int mostSteps;
  private final Scenario scenario = new Scenario();
  private final List<ExploredThread> threads = new ArrayList<>();
  private final SharedMemory memory;
  private final List<Integer> steps = new ArrayList<>();
  private final Timeline.@Nullable Builder story;
  private int spuriousLeft;
  private @Nullable Failure failure;
  private boolean over;

  Run(Histories histories, Limits limits, Timeline.@Nullable Builder story) {
    this.histories = histories;
    this.memory = new SharedMemory(histories);
    this.mostSteps = limits.steps();
    this.spuriousLeft = limits.spuriousWakeUps();
    this.story = story;
  }

  /** Prepares the scenario and lets every thread announce its first step. */
  void begin(Consumer<Scenario> preparation) {
    Stage.around(this, () -> preparation.accept(scenario));
    for (Scenario.Named one : scenario.threads()) {
      threads.add(new ExploredThread(this, threads.size(), one.name(), one.body()));
    }
    if (story != null) {
      story.columns(scenario.threads().stream().map(Scenario.Named::name).toList());
    }
    threads.forEach(ExploredThread::start);
    check(scenario.always());
    threads.forEach(this::tellWaiting);
  }

  /** Lets a thread take the step that it has announced. */
  void step(int index) {
    ExploredThread thread = threads.get(index);
    Step<?> step = thread.pending();
    if (step != null && !step.enabled()) {
      spuriousLeft--;
    }
    steps.add(index);
    thread.step();
    for (ExploredThread other : threads) {
      if (other != thread) {
        other.notice();
      }
    }
    check(scenario.always());
    tellWaiting(thread);
  }

  /** How it stands now; threads that may be spinning are run on to find out. */
  State state() {
    if (failure != null) {
      return State.FAILED;
    }
    if (threads.stream().allMatch(ExploredThread::finished)) {
      check(scenario.after());
      return failure == null ? State.FINE : State.FAILED;
    }
    ExploredThread last = last();
    boolean spins = last != null && last.looks().circleStart() >= 0;
    if (threads.stream().anyMatch(one -> (one != last || !spins) && canGoOn(one))) {
      return spins ? State.SPINS : steps.size() < mostSteps ? State.GOES_ON : State.TOO_LONG;
    }
    return stuck(spins ? last : null);
  }

  private State stuck(@Nullable ExploredThread spinning) {
    if (story != null) {
      story.end();
    }
    var spinners = new ArrayList<ExploredThread>();
    for (ExploredThread one : threads) {
      if (one == spinning) {
        spinners.add(one);
      } else if (one.asleep()) {
        if (!one.spins()) {
          return State.REDUNDANT;
        }
        spinners.add(one);
      }
    }
    if (spinning != null) {
      forgetCircles();
    }
    failure = new Failure(Stuck.words(threads, spinners), null);
    return State.FAILED;
  }

  /** Leaves out the circles in which the last thread spins: they change nothing. */
  void forgetCircles() {
    int kept = beforeCircles();
    steps.subList(kept, steps.size()).clear();
    if (story != null) {
      story.cut(kept);
    }
  }

  private int beforeCircles() {
    Looks looks = threads.get(steps.getLast()).looks();
    return steps.size() - looks.row() + looks.circleStart();
  }

  /** While the last thread spins: how many steps there are up to the end of its first circle. */
  int stepsWithOneCircle() {
    return beforeCircles() + threads.get(steps.getLast()).looks().circle();
  }

  private boolean canGoOn(ExploredThread thread) {
    Step<?> step = thread.pending();
    return step != null && !thread.asleep() && step.enabled();
  }

  /** The threads that can take a step now: the last one first, then in the scenario's order. */
  int[] choices() {
    ExploredThread last = last();
    var choices = new ArrayList<Integer>();
    if (last != null && isChoice(last)) {
      choices.add(last.index());
    }
    for (ExploredThread thread : threads) {
      if (thread != last && isChoice(thread)) {
        choices.add(thread.index());
      }
    }
    return choices.stream().mapToInt(index -> index).toArray();
  }

  private boolean isChoice(ExploredThread thread) {
    Step<?> step = thread.pending();
    return canGoOn(thread)
        || (step != null && spuriousLeft > 0 && !step.enabled() && step.spurious());
  }

  /** Whether the thread that took the last step could take the next one too, and not in vain. */
  boolean lastCanGoOn() {
    ExploredThread last = last();
    return last != null && canGoOn(last) && !last.inVain();
  }

  private @Nullable ExploredThread last() {
    return steps.isEmpty() ? null : threads.get(steps.getLast());
  }

  Position.Builder position() {
    var position = new Position.Builder();
    position.add(spuriousLeft);
    threads.forEach(thread -> thread.position(position));
    memory.contents(position);
    return position;
  }

  private void check(List<Runnable> checks) {
    if (failure != null || checks.isEmpty()) {
      return;
    }
    try {
      Stage.around(this, () -> checks.forEach(Runnable::run));
    } catch (RuntimeException | AssertionError e) {
      failure = Failure.of(e);
    }
  }

  /** Ends what threads there still are; the name of one that cannot be ended, or null. */
  @Nullable String close() {
    over = true;
    String stubborn = null;
    for (ExploredThread thread : threads) {
      if (!thread.end()) {
        stubborn = thread.toString();
      }
    }
    return stubborn;
  }

  // ---- What shared objects and threads tell it ----

  SharedMemory memory() {
    return memory;
  }

  void mustOwn(SharedObject object) {
    if (object.home() != this) {
      throw new IllegalStateException(
          object
              + " was made outside the scenario: make it inside, so that every schedule finds it"
              + " new");
    }
  }

  /** Something went wrong; what comes first counts. */
  void fail(Failure first) {
    if (failure == null) {
      failure = first;
    }
  }

  void tell(ExploredThread thread, Supplier<String> words) {
    if (story != null && !over) {
      Stage.around(this, () -> story.step(thread.index(), words.get()));
    }
  }

  private void tellWaiting(ExploredThread thread) {
    Step<?> step = thread.pending();
    if (story != null && step != null && !step.enabled() && !step.resumes()) {
      Stage.around(this, () -> story.remark(thread.index(), step.waits()));
    }
  }

  Histories histories() {
    return histories;
  }

  boolean over() {
    return over;
  }

  List<ExploredThread> threads() {
    return threads;
  }

  List<Integer> steps() {
    return steps;
  }

  @Nullable Failure failure() {
    return failure;
  }
}
