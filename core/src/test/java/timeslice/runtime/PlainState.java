package timeslice.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.runtime.PlainTask.Status;

/**
 * Tasks and what they share, with the plainest meaning of each operation: it either can be taken
 * now or cannot. There are no queues: whoever can go on may be next, which allows all that any
 * order of service allows. Only who sends stands in a line, since nobody may overtake there.
 */
final class PlainState {
  final List<PlainTask> tasks = new ArrayList<>();
  private final Map<Integer, Integer> owners = new TreeMap<>();
  private final Map<Integer, Integer> permits = new TreeMap<>();
  private final TreeSet<Integer> done = new TreeSet<>();
  private final TreeSet<Integer> unparked = new TreeSet<>();
  private final Map<Integer, ArrayDeque<Integer>> pipes = new TreeMap<>();
  private final List<Integer> senders = new ArrayList<>();
  private final Map<Integer, Integer> objects = new TreeMap<>();

  PlainState(List<Program> programs, List<Integer> firstPermits) {
    for (Program program : programs) {
      tasks.add(PlainTask.child("" + tasks.size(), program, -1));
    }
    for (int i = 0; i < firstPermits.size(); i++) {
      permits.put(i, firstPermits.get(i));
    }
  }

  private PlainState(PlainState other) {
    tasks.addAll(other.tasks);
    owners.putAll(other.owners);
    permits.putAll(other.permits);
    done.addAll(other.done);
    unparked.addAll(other.unparked);
    other.pipes.forEach((pipe, sizes) -> pipes.put(pipe, new ArrayDeque<>(sizes)));
    senders.addAll(other.senders);
    objects.putAll(other.objects);
  }

  String key() {
    StringBuilder key = new StringBuilder();
    for (PlainTask task : tasks) {
      key.append(task.name()).append('@').append(task.place());
      key.append(task.parent()).append(task.status()).append(task.error()).append(' ');
    }
    return key.append(owners)
        .append(permits)
        .append(done)
        .append(unparked)
        .append(pipes)
        .append(senders)
        .append(objects)
        .toString();
  }

  /** What is true of each task now. */
  String end() {
    StringBuilder end = new StringBuilder();
    for (int i = 0; i < tasks.size(); i++) {
      PlainTask task = tasks.get(i);
      String how = task.status() == Status.ENDED ? task.error() : task.waitsFor();
      end.append(i).append(": ").append(how.isEmpty() ? "done" : how).append("; ");
    }
    return end.toString();
  }

  /** All states after one step of this task; none if it has to wait or is done. */
  List<PlainState> steps(int number) {
    PlainTask task = tasks.get(number);
    if (task.status() != Status.RUNS && task.status() != Status.NOTIFIED) {
      return List.of();
    }
    if (task.operation() instanceof Operation.Notify notify) {
      return notifyOne(number, notify.condition());
    }
    PlainState next = new PlainState(this);
    return next.step(number, task) ? List.of(next) : List.of();
  }

  private List<PlainState> notifyOne(int number, int condition) {
    List<PlainState> all = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      if (waitsFor(i, condition)) {
        PlainState next = new PlainState(this);
        next.tasks.set(i, tasks.get(i).at(tasks.get(i).place(), Status.NOTIFIED));
        all.add(next);
      }
    }
    if (all.isEmpty()) {
      all.add(new PlainState(this));
    }
    all.forEach(next -> next.pass(number));
    return all;
  }

  private boolean waitsFor(int task, int condition) {
    return tasks.get(task).status() == Status.WAITS_FOR_NOTIFICATION
        && tasks.get(task).operation() instanceof Operation.Wait wait
        && wait.condition() == condition;
  }

  private boolean pass(int task) {
    tasks.set(task, tasks.get(task).at(tasks.get(task).place() + 1, Status.RUNS));
    return true;
  }

  private boolean fail(int number, String error) {
    tasks.set(number, tasks.get(number).failed(error));
    return true;
  }

  private boolean step(int number, PlainTask task) {
    return switch (task.operation()) {
      case null -> {
        tasks.set(number, task.at(task.place(), Status.ENDED));
        yield true;
      }
      case Operation.Lock lock -> lock(number, lock.lock());
      case Operation.Unlock lock -> unlock(number, lock.lock()) && continueAfterUnlock(number);
      case Operation.Wait wait -> await(number, task, wait);
      case Operation.NotifyAll all -> {
        for (int i = 0; i < tasks.size(); i++) {
          if (waitsFor(i, all.condition())) {
            tasks.set(i, tasks.get(i).at(tasks.get(i).place(), Status.NOTIFIED));
          }
        }
        yield pass(number);
      }
      case Operation.Acquire acquire -> {
        int free = permits.getOrDefault(acquire.semaphore(), 1);
        permits.put(acquire.semaphore(), free - 1);
        yield free > 0 && pass(number);
      }
      case Operation.Release release -> {
        permits.put(release.semaphore(), permits.getOrDefault(release.semaphore(), 1) + 1);
        yield pass(number);
      }
      case Operation.Await await -> done.contains(await.future()) && pass(number);
      case Operation.Complete complete -> {
        done.add(complete.future());
        yield pass(number);
      }
      case Operation.Spawn spawn -> {
        tasks.add(PlainTask.child(task.name() + "." + task.place(), spawn.child(), number));
        yield pass(number);
      }
      case Operation.Join _ ->
          tasks.stream().noneMatch(t -> t.parent() == number && t.status() != Status.ENDED)
              && pass(number);
      case Operation.Park _ -> unparked.remove(number) && pass(number);
      case Operation.Unpark unpark -> {
        if (unpark.task() >= tasks.size()) {
          yield fail(number, "NO_SUCH_TASK");
        }
        unparked.add(unpark.task());
        yield pass(number);
      }
      case Operation.Send _ -> {
        senders.add(number);
        tasks.set(number, task.at(task.place(), Status.WAITS_TO_SEND));
        yield sendInOrder();
      }
      case Operation.Receive receive ->
          pipe(receive.pipe()).poll() != null && pass(number) && sendInOrder();
      case Operation.Allocate make -> allocate(number, make.object());
      case Operation.Incref take -> count(number, take.object(), 1);
      case Operation.Decref drop -> count(number, drop.object(), -1);
      default -> pass(number); // takes time, and means nothing to others
    };
  }

  private ArrayDeque<Integer> pipe(int number) {
    return pipes.computeIfAbsent(number, _ -> new ArrayDeque<>());
  }

  /** All who stand in line send, up to the first of each pipe whose message does not fit. */
  private boolean sendInOrder() {
    TreeSet<Integer> full = new TreeSet<>();
    for (int sender : List.copyOf(senders)) {
      if (tasks.get(sender).operation() instanceof Operation.Send send) {
        int bytes = pipe(send.pipe()).stream().mapToInt(Integer::intValue).sum();
        if (bytes > 0 && bytes + send.bytes() > 65_536) {
          full.add(send.pipe());
        }
        if (!full.contains(send.pipe())) {
          pipe(send.pipe()).add(send.bytes());
          senders.remove((Integer) sender);
          pass(sender);
        }
      }
    }
    return true;
  }

  private boolean allocate(int number, int object) {
    if (objects.getOrDefault(object, 0) > 0) {
      return fail(number, "LIVE_OBJECT");
    }
    objects.put(object, 1);
    return pass(number);
  }

  private boolean count(int number, int object, int change) {
    if (objects.getOrDefault(object, 0) == 0) {
      return fail(number, "FREED_OBJECT");
    }
    objects.merge(object, change, Integer::sum);
    return pass(number);
  }

  private boolean lock(int number, int lock) {
    Integer owner = owners.putIfAbsent(lock, number);
    if (owner == null) {
      return pass(number);
    }
    return owner == number && fail(number, "RELOCK");
  }

  private boolean unlock(int number, int lock) {
    return owners.remove(lock, number) || fail(number, "NOT_OWNER");
  }

  private boolean continueAfterUnlock(int number) {
    return tasks.get(number).status() == Status.ENDED || pass(number);
  }

  private boolean await(int number, PlainTask task, Operation.Wait wait) {
    if (task.status() == Status.NOTIFIED) {
      return lock(number, wait.lock());
    }
    unlock(number, wait.lock());
    if (tasks.get(number).status() != Status.ENDED) {
      tasks.set(number, task.at(task.place(), Status.WAITS_FOR_NOTIFICATION));
    }
    return true;
  }
}
