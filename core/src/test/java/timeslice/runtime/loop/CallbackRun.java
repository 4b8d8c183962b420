package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Callbacks at random on a loop, and what became of each of them. */
final class CallbackRun implements LoopObserver {
  /** A callback that computes and then schedules others, one of which it may cancel. */
  record Plan(long cpu, List<Child> children) {}

  /** To be scheduled: soon (-1), or after a delay; and perhaps cancelled at once. */
  record Child(long delay, boolean cancelled, Plan plan) {}

  /** One scheduled callback and what became of it; times are -1 as long as nothing did. */
  static final class Scheduled {
    final long when; // or -1
    final boolean cancelled;
    final List<Long> begins = new ArrayList<>();
    int iteration = -1;
    long end = -1;

    Scheduled(long when, boolean cancelled) {
      this.when = when;
      this.cancelled = cancelled;
    }
  }

  final SoloHost host;
  final EventLoop loop;
  final List<Scheduled> all = new ArrayList<>();
  final List<Scheduled> order = new ArrayList<>();
  final List<Long> iterationBegins = new ArrayList<>();
  final List<Integer> todos = new ArrayList<>();
  final List<Integer> taken = new ArrayList<>();

  CallbackRun(long resolution) {
    host = new SoloHost(resolution, 1, this);
    loop = host.loop();
  }

  void schedule(Child child) {
    long when = child.delay < 0 ? -1 : loop.now() + child.delay;
    Scheduled scheduled = new Scheduled(when, child.cancelled);
    all.add(scheduled);
    Callback callback =
        new Callback() {
          private boolean begun;

          @Override
          public long run() {
            if (!begun) {
              begun = true;
              scheduled.begins.add(loop.now());
              scheduled.iteration = todos.size() - 1;
              order.add(scheduled);
              if (child.plan.cpu > 0) {
                return child.plan.cpu;
              }
            }
            child.plan.children.forEach(CallbackRun.this::schedule);
            scheduled.end = loop.now();
            return DONE;
          }
        };
    Handle handle = when < 0 ? loop.callSoon(callback) : loop.callAt(when, callback);
    if (child.cancelled) {
      handle.cancel();
    }
  }

  @Override
  public void iterationBegan(int todo) {
    iterationBegins.add(loop.now());
    todos.add(todo);
    taken.add(0);
  }

  @Override
  public void handleRun(int handle) {
    taken.set(taken.size() - 1, taken.get(taken.size() - 1) + 1);
  }

  @Override
  public void handleSkipped(int handle) {
    handleRun(handle);
  }

  static CallbackRun of(List<Child> children, long resolution) {
    CallbackRun run = new CallbackRun(resolution);
    children.forEach(run::schedule);
    run.host.runUntilIdle();
    return run;
  }

  static Arbitrary<List<Child>> children(int depth) {
    Arbitrary<Plan> plans =
        depth == 0
            ? Arbitraries.longs().between(0, 4).map(cpu -> new Plan(cpu, List.of()))
            : Combinators.combine(Arbitraries.longs().between(0, 4), children(depth - 1))
                .as(Plan::new);
    return Combinators.combine(
            Arbitraries.longs().between(-2, 5), Arbitraries.of(false, false, false, true), plans)
        .as((delay, cancelled, plan) -> new Child(Math.max(delay, -1), cancelled, plan))
        .list()
        .ofMaxSize(4);
  }
}
