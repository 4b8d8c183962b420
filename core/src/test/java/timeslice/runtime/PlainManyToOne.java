package timeslice.runtime;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import timeslice.program.Operation;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;

/**
 * Many to one without a kernel, in the plainest way: a list of what happens when, and a queue of
 * tasks. It knows tasks that never meet, and nothing costs anything.
 */
final class PlainManyToOne {
  /** When a task ran, or kept everybody waiting. */
  record Turn(int task, long start, long end, boolean blocked) {}

  private record Event(long time, long sequence, Runnable what) {}

  private final SystemCalls calls;
  private final PriorityQueue<Event> future =
      new PriorityQueue<>(Comparator.comparingLong(Event::time).thenComparing(Event::sequence));
  private final ArrayDeque<Integer> ready = new ArrayDeque<>();
  private final List<Program> programs = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private long now;
  private long sequence;
  private boolean busy;

  final List<Turn> turns = new ArrayList<>();
  final List<Integer> finished = new ArrayList<>();

  PlainManyToOne(SystemCalls calls, Workload workload) {
    this.calls = calls;
    for (Workload.Group group : workload.groups()) {
      int first = programs.size();
      for (int i = 0; i < group.count(); i++) {
        programs.add(workload.programs().get(group.program()));
        places.add(0);
      }
      arrive(group, first, 0);
    }
    lookForWork();
    while (!future.isEmpty()) {
      Event event = future.remove();
      now = event.time();
      event.what().run();
      lookForWork();
    }
  }

  private void at(long time, Runnable what) {
    future.add(new Event(time, sequence++, what));
  }

  private void arrive(Workload.Group group, int first, int which) {
    long when = group.firstArrival() + which * group.gap();
    if (when > now) {
      at(when, () -> arrived(group, first, which));
    } else {
      arrived(group, first, which);
    }
  }

  private void arrived(Workload.Group group, int first, int which) {
    ready.add(first + which);
    if (which + 1 < group.count()) {
      arrive(group, first, which + 1);
    }
  }

  private void lookForWork() {
    while (!busy && !ready.isEmpty()) {
      goOn(ready.remove());
    }
  }

  private void goOn(int task) {
    int place = places.get(task);
    places.set(task, place + 1);
    List<Operation> operations = programs.get(task).operations();
    if (place == operations.size()) {
      finished.add(task);
      return;
    }
    switch (operations.get(place)) {
      case Operation.Compute compute -> occupy(task, compute.time().min(), false);
      case Operation.Yield _ -> ready.add(task);
      case Operation.Sleep sleep -> await(task, sleep.time().min(), true);
      case Operation.Io io -> await(task, io.time().min(), io.kind() == IoKind.SOCKET);
      default -> throw new IllegalArgumentException("only tasks that never meet");
    }
  }

  private void await(int task, long time, boolean canBePutDown) {
    if (canBePutDown && calls == SystemCalls.JACKETED) {
      at(now + time, () -> ready.add(task));
    } else {
      occupy(task, time, true);
    }
  }

  private void occupy(int task, long time, boolean blocked) {
    busy = true;
    turns.add(new Turn(task, now, now + time, blocked));
    at(
        now + time,
        () -> {
          busy = false;
          goOn(task);
        });
  }
}
