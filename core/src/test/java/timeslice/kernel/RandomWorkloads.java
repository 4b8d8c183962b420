package timeslice.kernel;

import java.util.ArrayList;
import java.util.List;
import timeslice.memory.Access;
import timeslice.program.Nanos;
import timeslice.program.Operation;
import timeslice.program.Operation.Code;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.SplitMix;
import timeslice.program.Workload;

/**
 * Small workloads that use every operation, with short times so that much happens at the same
 * instant. They may deadlock; they never break a rule (a lock given back by another, say).
 */
final class RandomWorkloads {
  private static final int OBJECTS = 2; // locks, conditions, semaphores, futures, pipes: two each

  /** Children may have children, and these may not. */
  private static final int DEPTH = 2;

  private final SplitMix random;
  private final int tasks;

  private RandomWorkloads(long seed, int tasks) {
    random = new SplitMix(seed);
    this.tasks = tasks;
  }

  /** A workload of up to six groups, the same for the same seed. */
  static Workload of(long seed) {
    SplitMix random = new SplitMix(seed);
    List<Workload.Group> groups = new ArrayList<>();
    int tasks = 0;
    int programs = 1 + random.below(6);
    for (int i = 0; i < programs; i++) {
      int count = 1 + random.below(2);
      groups.add(new Workload.Group(i, count, random.below(3) * 5L, random.below(4)));
      tasks += count;
    }
    RandomWorkloads writer = new RandomWorkloads(seed + 1, tasks);
    List<Program> written = new ArrayList<>();
    for (int i = 0; i < programs; i++) {
      written.add(writer.program(DEPTH));
    }
    if (random.below(4) > 0) {
      groups.add(new Workload.Group(written.size(), 1, 0, 0));
      written.add(rescuer(tasks));
    }
    return new Workload(written, groups, seed, List.of(1, 2));
  }

  /** From time to time gives everybody what they may be waiting for, so that most runs finish. */
  private static Program rescuer(int tasks) {
    return Program.start()
        .repeat(
            6,
            again -> {
              again.sleep(150);
              for (int object = 0; object < OBJECTS; object++) {
                again.then(new Operation.Complete(object)).then(new Operation.NotifyAll(object));
                again.then(new Operation.Release(object)).then(new Operation.Send(object, 1));
              }
              for (int task = 0; task < tasks; task++) {
                again.then(new Operation.Unpark(task));
              }
              return again;
            })
        .end();
  }

  private Program program(int depth) {
    Program.Builder builder = Program.start();
    int parts = random.below(7);
    for (int i = 0; i < parts; i++) {
      part(builder, depth);
    }
    return builder.end();
  }

  private void part(Program.Builder to, int depth) {
    switch (random.below(16)) {
      case 0, 1, 2 -> simple(to);
      case 3 -> to.computeStalling(random.below(20), random.below(1000));
      case 4 -> to.then(new Operation.Compute(time(), Code.NATIVE_RELEASING, 0));
      case 5 -> to.then(new Operation.Io(time(), IoKind.values()[random.below(4)]));
      case 6 -> to.yield();
      case 7 -> underLock(to);
      case 8 -> to.then(new Operation.NotifyAll(object())).then(new Operation.Notify(object()));
      case 9 -> underSemaphore(to, object());
      case 10 -> to.then(new Operation.Await(object()));
      case 11 -> to.then(new Operation.Complete(object()));
      case 12 -> family(to, depth);
      case 13 -> parking(to, depth);
      case 14 -> messages(to);
      default -> memory(to);
    }
  }

  private void simple(Program.Builder to) {
    switch (random.below(3)) {
      case 0 -> to.compute(time());
      case 1 -> to.io(time());
      default -> to.sleep(random.below(12));
    }
  }

  private void underLock(Program.Builder to) {
    int lock = object();
    to.lock(lock);
    if (random.below(3) == 0) {
      to.then(new Operation.Wait(object(), lock));
    }
    if (random.below(2) == 0) {
      to.lock(1 - lock).compute(random.below(9)).unlock(1 - lock);
    }
    simple(to);
    to.unlock(lock);
  }

  private void underSemaphore(Program.Builder to, int semaphore) {
    to.then(new Operation.Acquire(semaphore));
    simple(to);
    to.then(new Operation.Release(semaphore));
  }

  private void family(Program.Builder to, int depth) {
    if (depth > 0) {
      to.spawn(program(depth - 1)).spawn(program(depth - 1)).compute(random.below(5)).join();
    }
  }

  private void parking(Program.Builder to, int depth) {
    to.then(new Operation.Unpark(random.below(tasks)));
    if (depth == DEPTH && random.below(2) == 0) { // nobody knows the numbers of children
      to.then(new Operation.Park());
    }
  }

  private void messages(Program.Builder to) {
    if (random.below(2) == 0) {
      to.then(new Operation.Send(object(), 1 + random.below(40_000)));
    } else {
      to.then(new Operation.Receive(object()));
    }
  }

  private void memory(Program.Builder to) {
    to.then(new Operation.Touch(4096L * random.below(3), 64, 1 + random.below(9), Access.WRITE));
    to.then(new Operation.Unmap(random.below(3)));
    int thing = object();
    to.then(new Operation.Allocate(thing)).then(new Operation.Incref(thing));
    to.then(new Operation.Decref(thing)).then(new Operation.Decref(thing));
  }

  private Nanos time() {
    int least = random.below(10);
    return Nanos.between(least, least + random.below(10));
  }

  private int object() {
    return random.below(OBJECTS);
  }
}
