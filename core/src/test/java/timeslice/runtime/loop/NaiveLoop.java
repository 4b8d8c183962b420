package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rules of asyncio a second time, as plainly as possible: a list of what is ready, a list of
 * timers that is sorted again and again, and tasks that are lists of operations. It shares no code
 * with the event loop, knows the basic operations only, and costs what it costs.
 */
final class NaiveLoop {
  private static final String OK = "returned";

  private static final class Call {
    final Runnable action;
    boolean cancelled;

    Call(Runnable action) {
      this.action = action;
    }
  }

  private record Timer(long when, Call call) {}

  private final List<List<Op>> program;
  private final List<Call> ready = new ArrayList<>();
  private final List<Timer> timers = new ArrayList<>();
  private final Map<Integer, Running> tasks = new HashMap<>();
  private final Map<Long, Call> handles = new HashMap<>();
  private final List<Promise> futures = List.of(new Promise(), new Promise(), new Promise());
  private final List<String> trace = new ArrayList<>();
  private long now;

  private NaiveLoop(List<List<Op>> program) {
    this.program = program;
  }

  static List<String> trace(List<List<Op>> program) {
    NaiveLoop loop = new NaiveLoop(program);
    loop.spawn(0);
    loop.run();
    return loop.trace;
  }

  private void run() {
    while (true) {
      while (!timers.isEmpty() && timers.get(0).call.cancelled) {
        timers.remove(0);
      }
      if (ready.isEmpty() && timers.isEmpty()) {
        return;
      }
      if (ready.isEmpty()) {
        now = Math.max(now, timers.get(0).when);
      }
      while (!timers.isEmpty() && timers.get(0).when <= now) {
        ready.add(timers.remove(0).call);
      }
      int snapshot = ready.size();
      for (int i = 0; i < snapshot; i++) {
        Call call = ready.remove(0);
        if (!call.cancelled) {
          call.action.run();
        }
      }
    }
  }

  private Call soon(Runnable action) {
    Call call = new Call(action);
    ready.add(call);
    return call;
  }

  private Call later(long delay, Runnable action) {
    Call call = new Call(action);
    timers.add(new Timer(now + delay, call));
    timers.sort(Comparator.comparingLong(Timer::when)); // stable: ties stay as they were added
    return call;
  }

  private void log(int task, String what) {
    trace.add(now + " " + task + " " + what);
  }

  private void spawn(int number) {
    if (number < program.size() && !tasks.containsKey(number)) {
      Running task = new Running(number);
      tasks.put(number, task);
      task.whenDone.add(how -> log(number, "done:" + how));
      soon(() -> task.step(OK));
    }
  }

  /** A future: how it ended, and whom to tell. */
  private class Promise {
    @Nullable String ended;
    final List<Consumer<String>> whenDone = new ArrayList<>();

    void end(String how) {
      ended = how;
      whenDone.forEach(told -> soon(() -> told.accept(how)));
    }

    boolean cancel() {
      if (ended != null) {
        return false;
      }
      end("cancelled");
      return true;
    }
  }

  private final class Together extends Promise {
    final List<Running> children;
    final boolean evenIfTheyFail;
    int left;
    boolean asked;

    Together(List<Running> children, boolean evenIfTheyFail) {
      this.children = children;
      this.evenIfTheyFail = evenIfTheyFail;
      var distinct = new LinkedHashSet<>(children);
      left = distinct.size();
      if (children.isEmpty()) {
        ended = OK;
      }
      distinct.stream()
          .filter(each -> each.ended == null)
          .forEach(each -> each.whenDone.add(this::one));
      distinct.stream()
          .filter(each -> each.ended != null)
          .forEach(each -> one(String.valueOf(each.ended)));
    }

    private void one(String how) {
      left--;
      if (ended == null && !how.equals(OK) && !evenIfTheyFail) {
        end(how);
      } else if (ended == null && left == 0) {
        end(asked ? "cancelled" : OK);
      }
    }

    @Override
    boolean cancel() {
      if (ended != null) {
        return false;
      }
      boolean any = false;
      for (Running child : children) {
        any = child.cancel() || any;
      }
      asked |= any;
      return any;
    }
  }

  private static final class Level {
    final List<Op> ops;
    final boolean attempt;
    int next;

    Level(List<Op> ops, boolean attempt) {
      this.ops = ops;
      this.attempt = attempt;
    }
  }

  private final class Running extends Promise {
    final int number;
    final List<Level> levels = new ArrayList<>();
    boolean begun;
    int cancels;
    boolean mustCancel;
    @Nullable Promise waitsFor;
    @Nullable Call alarm;
    @Nullable String failing;
    boolean suspended;

    Running(int number) {
      this.number = number;
    }

    @Override
    boolean cancel() {
      if (ended != null) {
        return false;
      }
      cancels++;
      if (waitsFor == null || !waitsFor.cancel()) {
        mustCancel = true;
      }
      return true;
    }

    void step(String came) {
      if (alarm != null) {
        alarm.cancelled = true;
        alarm = null;
      }
      waitsFor = null;
      failing = mustCancel ? "cancelled" : came.equals(OK) ? null : came;
      mustCancel = false;
      suspended = false;
      if (!begun) {
        begun = true;
        if (failing == null) {
          log(number, "begins");
          levels.add(new Level(program.get(number), false));
        } else {
          end(failing);
          return;
        }
      } else if (failing == null) {
        log(number, ".");
      }
      while (!levels.isEmpty() && !suspended) {
        next();
      }
      if (levels.isEmpty()) {
        log(number, "finally");
        boolean late = mustCancel && failing == null;
        end(late ? "cancelled" : failing == null ? OK : failing);
      }
    }

    private void next() {
      Level level = levels.get(levels.size() - 1);
      if (failing != null || level.next == level.ops.size()) {
        levels.remove(levels.size() - 1);
        if (failing != null && level.attempt) {
          log(number, "caught:" + failing);
          failing = null;
        }
        if (failing == null && !levels.isEmpty()) {
          log(number, ".");
        }
        return;
      }
      Op op = level.ops.get(level.next++);
      log(number, op.name());
      if (op.name().equals("inner") || op.name().equals("attempt")) {
        levels.add(new Level(op.body(), op.name().equals("attempt")));
        return;
      }
      perform(op);
      if (failing == null && !suspended) {
        log(number, ".");
      }
    }

    private void await(Promise promise) {
      if (promise.ended != null) {
        failing = promise.ended.equals(OK) ? null : promise.ended;
        return;
      }
      suspended = true;
      waitsFor = promise;
      promise.whenDone.add(this::step);
      if (mustCancel && promise.cancel()) {
        mustCancel = false;
      }
    }

    private void pause() {
      suspended = true;
      soon(() -> step(OK));
    }

    private void sleep(long nanos) {
      Promise over = new Promise();
      alarm =
          later(
              nanos,
              () -> {
                if (over.ended == null) {
                  over.end(OK);
                }
              });
      await(over);
    }

    private void perform(Op op) {
      switch (op.name()) {
        case "pause" -> pause();
        case "sleep" -> {
          if (op.number() == 0) {
            pause();
          } else {
            sleep(op.number());
          }
        }
        case "compute", "block" -> now += op.number();
        case "spawn" -> spawn(op.index());
        case "await" -> {
          Running task = tasks.get(op.index());
          if (task == null) {
            log(op.index(), "missing");
          } else {
            await(task);
          }
        }
        case "future" -> await(futures.get(op.index()));
        case "set" -> {
          if (futures.get(op.index()).ended == null) {
            futures.get(op.index()).end(OK);
          }
        }
        case "cancel" -> {
          Running task = tasks.get(op.index());
          log(number, String.valueOf(task != null && task.cancel()));
        }
        case "drop" -> log(number, String.valueOf(futures.get(op.index()).cancel()));
        case "uncancel" -> {
          cancels = Math.max(0, cancels - 1);
          mustCancel = mustCancel && cancels > 0;
          log(number, String.valueOf(cancels));
        }
        case "fail" -> failing = "error";
        case "soon" -> handles.put(op.number(), soon(() -> log(-1, "callback:" + op.number())));
        case "later" ->
            handles.put(
                op.number(), later(op.numbers().get(1), () -> log(-1, "callback:" + op.number())));
        case "unschedule" -> {
          if (handles.containsKey(op.number())) {
            handles.get(op.number()).cancelled = true;
          }
        }
        case "gather", "settle" -> {
          List<Running> children = new ArrayList<>();
          for (long each : op.numbers()) {
            if (tasks.containsKey((int) each)) {
              children.add(tasks.get((int) each));
            }
          }
          await(new Together(children, op.name().equals("settle")));
        }
        default -> throw new IllegalArgumentException(op.toString());
      }
    }
  }
}
