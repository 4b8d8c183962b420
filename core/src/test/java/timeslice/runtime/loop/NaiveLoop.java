package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of asyncio a second time, as plainly as possible: a list of what is ready, a list of
 * timers that is sorted again and again, and tasks that are lists of operations. It shares no code
 * with the event loop, knows the basic operations only, and costs what it costs.
 */
final class NaiveLoop {
  static final String OK = "returned";

  static final class Call {
    final Runnable action;
    boolean cancelled;

    Call(Runnable action) {
      this.action = action;
    }
  }

  private record Timer(long when, Call call) {}

  final List<List<Op>> program;
  private final List<Call> ready = new ArrayList<>();
  private final List<Timer> timers = new ArrayList<>();
  final Map<Integer, NaiveTask> tasks = new HashMap<>();
  final Map<Long, Call> handles = new HashMap<>();
  final List<NaiveFuture> futures =
      List.of(new NaiveFuture(this), new NaiveFuture(this), new NaiveFuture(this));
  private final List<String> trace = new ArrayList<>();
  long now;

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

  Call soon(Runnable action) {
    Call call = new Call(action);
    ready.add(call);
    return call;
  }

  Call later(long delay, Runnable action) {
    Call call = new Call(action);
    timers.add(new Timer(now + delay, call));
    timers.sort(Comparator.comparingLong(Timer::when)); // stable: ties stay as they were added
    return call;
  }

  void log(int task, String what) {
    trace.add(now + " " + task + " " + what);
  }

  void spawn(int number) {
    if (number < program.size() && !tasks.containsKey(number)) {
      NaiveTask task = new NaiveTask(this, number);
      tasks.put(number, task);
      task.whenDone.add(how -> log(number, "done:" + how));
      soon(() -> task.step(OK));
    }
  }
}
