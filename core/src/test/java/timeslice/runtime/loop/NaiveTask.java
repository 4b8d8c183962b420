package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A task of the {@link NaiveLoop}: operations, and how far it is in those around them. */
final class NaiveTask extends NaiveFuture {
  private static final class Level {
    final List<Op> ops;
    final boolean attempt;
    int next;

    Level(List<Op> ops, boolean attempt) {
      this.ops = ops;
      this.attempt = attempt;
    }
  }

  private static final String OK = NaiveLoop.OK;

  final int number;
  private final List<Level> levels = new ArrayList<>();
  boolean begun;
  int cancels;
  boolean mustCancel;
  @Nullable NaiveFuture waitsFor;
  NaiveLoop.@Nullable Call alarm;
  @Nullable String failing;
  boolean suspended;

  NaiveTask(NaiveLoop loop, int number) {
    super(loop);
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
        loop.log(number, "begins");
        levels.add(new Level(loop.program.get(number), false));
      } else {
        end(failing);
        return;
      }
    } else if (failing == null) {
      loop.log(number, ".");
    }
    while (!levels.isEmpty() && !suspended) {
      next();
    }
    if (levels.isEmpty()) {
      loop.log(number, "finally");
      boolean late = mustCancel && failing == null;
      end(late ? "cancelled" : failing == null ? OK : failing);
    }
  }

  private void next() {
    Level level = levels.get(levels.size() - 1);
    if (failing != null || level.next == level.ops.size()) {
      levels.remove(levels.size() - 1);
      if (failing != null && level.attempt) {
        loop.log(number, "caught:" + failing);
        failing = null;
      }
      if (failing == null && !levels.isEmpty()) {
        loop.log(number, ".");
      }
      return;
    }
    Op op = level.ops.get(level.next++);
    loop.log(number, op.name());
    if (op.name().equals("inner") || op.name().equals("attempt")) {
      levels.add(new Level(op.body(), op.name().equals("attempt")));
      return;
    }
    perform(op);
    if (failing == null && !suspended) {
      loop.log(number, ".");
    }
  }

  private void await(NaiveFuture promise) {
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
    loop.soon(() -> step(OK));
  }

  private void sleep(long nanos) {
    NaiveFuture over = new NaiveFuture(loop);
    alarm =
        loop.later(
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
      case "compute", "block" -> loop.now += op.number();
      case "spawn" -> loop.spawn(op.index());
      case "await" -> {
        NaiveTask task = loop.tasks.get(op.index());
        if (task == null) {
          loop.log(op.index(), "missing");
        } else {
          await(task);
        }
      }
      case "future" -> await(loop.futures.get(op.index()));
      case "set" -> {
        if (loop.futures.get(op.index()).ended == null) {
          loop.futures.get(op.index()).end(OK);
        }
      }
      case "cancel" -> {
        NaiveTask task = loop.tasks.get(op.index());
        loop.log(number, String.valueOf(task != null && task.cancel()));
      }
      case "drop" -> loop.log(number, String.valueOf(loop.futures.get(op.index()).cancel()));
      case "uncancel" -> {
        cancels = Math.max(0, cancels - 1);
        mustCancel = mustCancel && cancels > 0;
        loop.log(number, String.valueOf(cancels));
      }
      case "fail" -> failing = "error";
      case "soon" ->
          loop.handles.put(op.number(), loop.soon(() -> loop.log(-1, "callback:" + op.number())));
      case "later" ->
          loop.handles.put(
              op.number(),
              loop.later(op.numbers().get(1), () -> loop.log(-1, "callback:" + op.number())));
      case "unschedule" -> {
        if (loop.handles.containsKey(op.number())) {
          loop.handles.get(op.number()).cancelled = true;
        }
      }
      case "gather", "settle" -> {
        List<NaiveTask> children = new ArrayList<>();
        for (long each : op.numbers()) {
          if (loop.tasks.containsKey((int) each)) {
            children.add(loop.tasks.get((int) each));
          }
        }
        await(new NaiveGather(loop, children, op.name().equals("settle")));
      }
      default -> throw new IllegalArgumentException(op.toString());
    }
  }
}
