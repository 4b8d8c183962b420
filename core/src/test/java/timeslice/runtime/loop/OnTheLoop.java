package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Cancelled;
import timeslice.runtime.loop.Outcome.ErrorGroup;
import timeslice.runtime.loop.Outcome.Raised;
import timeslice.runtime.loop.Outcome.Returned;
import timeslice.runtime.loop.Outcome.TimedOut;

/** Runs a program of operations on the event loop and writes down everything that happens. */
final class OnTheLoop {
  private static final int FUTURES = 3;

  private final SoloHost host = new SoloHost();
  private final EventLoop loop = host.loop();
  private final List<List<Op>> program;
  private final Map<Integer, Task> tasks = new TreeMap<>();
  private final List<Future> futures = new ArrayList<>();
  private final Map<Long, Handle> handles = new TreeMap<>();
  private final LoopSemaphore semaphore = new LoopSemaphore(loop, 2);
  private final LoopLock lock = new LoopLock(loop);
  private final List<String> trace = new ArrayList<>();

  private OnTheLoop(List<List<Op>> program) {
    this.program = program;
    for (int i = 0; i < FUTURES; i++) {
      futures.add(loop.createFuture());
    }
  }

  static List<String> trace(List<List<Op>> program) {
    OnTheLoop run = new OnTheLoop(program);
    run.spawn(0, run.loop::createTask);
    run.host.runUntilIdle();
    return run.trace;
  }

  private void spawn(int task, Function<Coroutine, Task> create) {
    if (task >= program.size() || tasks.containsKey(task)) {
      return;
    }
    Script script =
        Script.script()
            .run(() -> log(task, "begins"))
            .attempt(script(task, program.get(task)))
            .run(() -> log(task, "finally"))
            .rethrow();
    Task created = create.apply(script.on(loop));
    tasks.put(task, created);
    created.addDoneCallback(done -> log(task, "done:" + kind(done.outcome())));
  }

  private Script script(int task, List<Op> ops) {
    Script script = Script.script();
    for (Op op : ops) {
      script = script.run(() -> log(task, op.name()));
      script = add(script, task, op).run(() -> log(task, "."));
    }
    return script;
  }

  private Script add(Script script, int task, Op op) {
    Script body = script(task, op.body());
    return switch (op.name()) {
      case "pause" -> script.pause();
      case "sleep" -> script.sleep(op.number());
      case "compute" -> script.compute(op.number());
      case "block" -> script.callBlocking(op.number());
      case "spawn" -> script.run(() -> spawn(op.index(), loop::createTask));
      case "await" -> script.await(frame -> taskOrNothing(op.index()));
      case "future" -> script.await(frame -> futures.get(op.index()));
      case "set" -> script.run(() -> set(op.index()));
      case "cancel" -> script.run(() -> log(task, "" + cancel(tasks.get(op.index()))));
      case "drop" -> script.run(() -> log(task, "" + futures.get(op.index()).cancel()));
      case "uncancel" -> script.run(frame -> log(task, "" + myself(task).uncancel()));
      case "fail" -> script.raises("boom");
      case "soon" -> script.run(() -> handle(op.number(), loop.callSoon(say(op.number()))));
      case "later" ->
          script.run(
              () -> handle(op.number(), loop.callLater(op.numbers().get(1), say(op.number()))));
      case "unschedule" ->
          script.run(
              () -> {
                if (handles.containsKey(op.number())) {
                  handles.get(op.number()).cancel();
                }
              });
      case "gather" -> script.await(frame -> Gather.gather(loop, present(op)));
      case "settle" -> script.await(frame -> Gather.gatherReturningFailures(loop, present(op)));
      case "inner" -> script.await(body);
      case "attempt" ->
          script
              .attempt(body)
              .run(
                  frame -> {
                    if (frame.failure() != null) {
                      log(task, "caught:" + kind(frame.failure()));
                    }
                  });
      case "within" -> script.await(frame -> Timeout.timeout(loop, body.on(loop), op.number()));
      case "waitfor" -> script.await(frame -> Timeout.waitFor(loop, body.on(loop), op.number()));
      case "permit" -> script.await(frame -> semaphore.holding(body.on(loop)));
      case "lock" -> script.await(frame -> lock.holding(body.on(loop)));
      case "group" ->
          script.await(
              frame ->
                  TaskGroup.scope(
                      loop,
                      group -> {
                        for (long child : op.numbers()) {
                          spawn((int) child, group::createTask);
                        }
                        return body.on(loop);
                      }));
      default -> throw new IllegalArgumentException(op.toString());
    };
  }

  private Task myself(int number) {
    return Objects.requireNonNull(tasks.get(number));
  }

  private Awaitable taskOrNothing(int number) {
    Task task = tasks.get(number);
    return task != null ? task : Script.script().run(() -> log(number, "missing")).on(loop);
  }

  private List<Task> present(Op op) {
    return op.numbers().stream()
        .filter(number -> tasks.containsKey(number.intValue()))
        .map(number -> tasks.get(number.intValue()))
        .toList();
  }

  private void set(int future) {
    if (!futures.get(future).done()) {
      futures.get(future).setResult(null);
    }
  }

  private static boolean cancel(@Nullable Task task) {
    return task != null && task.cancel();
  }

  private Callback say(long number) {
    return Callback.of(() -> log(-1, "callback:" + number));
  }

  private void handle(long number, Handle handle) {
    handles.put(number, handle);
  }

  private void log(int task, String what) {
    trace.add(loop.now() + " " + task + " " + what);
  }

  static String kind(@Nullable Outcome outcome) {
    return switch (outcome) {
      case Returned returned -> "returned";
      case Cancelled cancelled -> "cancelled";
      case Raised(ErrorGroup group) -> "group" + group.errors().size();
      case Raised(TimedOut timedOut) -> "timeout";
      case Raised raised -> "error";
      case null -> "pending";
    };
  }
}
