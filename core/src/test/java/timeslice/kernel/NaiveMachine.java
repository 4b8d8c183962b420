package timeslice.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import timeslice.program.Operation;
import timeslice.program.Program;

/**
 * A machine that is simulated tick by tick, with objects, as an oracle: first in first out or round
 * robin, programs that compute, wait, sleep and yield, all there from the start.
 */
final class NaiveMachine {
  /** Who computed where, from when to when. */
  record Slice(int cpu, int thread, long start, long end) {}

  final List<Slice> slices = new ArrayList<>();
  private final List<Core> cores = new ArrayList<>();
  private final List<Task> sleepers = new ArrayList<>();
  private final Deque<Task> ready = new ArrayDeque<>();
  private final long quantum;
  private final long switchCost;
  private long now;
  private int decisions;

  NaiveMachine(int cores, long quantum, long switchCost) {
    for (int i = 0; i < cores; i++) {
      this.cores.add(new Core(i));
    }
    this.quantum = quantum;
    this.switchCost = switchCost;
  }

  /** Runs until all are done, and says when that is. */
  long run(List<Program> programs) {
    for (Program program : programs) {
      ready.add(new Task(ready.size(), new ArrayDeque<>(program.operations())));
    }
    giveCores();
    long end = 0;
    while (!sleepers.isEmpty() || cores.stream().anyMatch(core -> core.task != null)) {
      Optional<Due> first = firstDue();
      if (first.isPresent()) {
        first.get().happen();
        giveCores();
        end = now;
      } else {
        cores.forEach(Core::tick);
        now++;
      }
    }
    return end;
  }

  /** Of all that is to happen now, what was decided first. */
  private Optional<Due> firstDue() {
    List<Due> due = new ArrayList<>();
    for (Core core : cores) {
      if (core.task != null && core.isDue()) {
        due.add(new Due(core.decided, core::stop));
      }
    }
    for (Task task : sleepers) {
      if (task.wakeAt == now) {
        due.add(new Due(task.decided, () -> wake(task)));
      }
    }
    return due.stream().min(Comparator.comparingInt(Due::decided));
  }

  private record Due(int decided, Runnable what) {
    void happen() {
      what.run();
    }
  }

  private void wake(Task task) {
    sleepers.remove(task);
    ready.add(task);
  }

  private void giveCores() {
    boolean given = true;
    while (given && !ready.isEmpty()) {
      Optional<Core> idle = cores.stream().filter(core -> core.task == null).findFirst();
      idle.ifPresent(core -> core.begin(ready.remove()));
      given = idle.isPresent();
    }
  }

  private static final class Task {
    final int number;
    final Deque<Operation> operations;
    long left;
    long wakeAt;
    int decided;

    Task(int number, Deque<Operation> operations) {
      this.number = number;
      this.operations = operations;
    }
  }

  private final class Core {
    final int number;
    @Nullable Task task;
    @Nullable Task last;
    long switching;
    long turn;
    long start;
    int decided;

    Core(int number) {
      this.number = number;
    }

    void begin(Task next) {
      task = next;
      switching = next == last ? 0 : switchCost;
      last = next;
      turn = quantum;
      start = now + switching;
      decided = decisions++;
      if (next.left == 0 && switching == 0) {
        goOn(next);
      }
    }

    void tick() {
      if (task == null) {
        return;
      }
      if (switching > 0) {
        switching--;
      } else {
        task.left--;
        turn--;
      }
    }

    boolean isDue() {
      return task != null && switching == 0 && (task.left == 0 || turn == 0);
    }

    void stop() {
      Task mine = task;
      if (mine != null && mine.left > 0) {
        leave(mine);
        ready.add(mine);
      } else if (mine != null) {
        goOn(mine);
      }
    }

    void goOn(Task mine) {
      Operation operation = mine.operations.poll();
      switch (operation) {
        case null -> leave(mine);
        case Operation.Compute compute -> {
          mine.left = compute.time().min();
          if (mine.left == 0) {
            goOn(mine);
          } else if (turn == 0) {
            stop();
          } else {
            decided = decisions++;
          }
        }
        case Operation.Io io -> sleep(mine, io.time().min());
        case Operation.Sleep sleep -> sleep(mine, sleep.time().min());
        case Operation.Yield _ -> {
          leave(mine);
          ready.add(mine);
        }
        default -> throw new AssertionError("not for this machine: " + operation);
      }
    }

    void sleep(Task mine, long time) {
      mine.wakeAt = now + time;
      mine.decided = decisions++;
      leave(mine);
      sleepers.add(mine);
    }

    void leave(Task mine) {
      slices.add(new Slice(number, mine.number, start, now));
      task = null;
    }
  }
}
