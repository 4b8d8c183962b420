package timeslice.program;

import java.util.ArrayList;
import java.util.List;
import timeslice.program.Operation.Code;
import timeslice.program.Operation.IoKind;
import timeslice.program.Workload.Group;

/**
 * Workloads with a name, each an image of something that people run. Times are drawn for each task
 * from the seed; they are plausible orders of magnitude for a machine of today and measure nothing.
 */
public final class Workloads {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;
  private static final int KIB_4 = 4_096;

  private Workloads() {}

  /**
   * Tasks that only compute, in interpreted code: 10 to 20 ms each. An image of simulation, parsing
   * or a loop over numbers, where only more cores help, and a GIL takes them away.
   */
  public static Workload cpuBound(int tasks, long seed) {
    return Workload.many(tasks, computing(), seed);
  }

  /**
   * Tasks that mostly wait for the network: 20 rounds of 20 to 60 µs of code and 1 to 5 ms of
   * waiting, so that each needs a CPU for about 1.3 % of its time. An image of a crawler or a chat
   * server, where tasks at a time count and not cores.
   */
  public static Workload ioHeavy(int tasks, long seed) {
    return Workload.many(tasks, waiting(), seed);
  }

  /**
   * Tasks of both kinds, every other one: first one that computes, then one that waits. An image of
   * a service with a few heavy requests among many light ones; who runs whom decides how long the
   * light ones take.
   */
  public static Workload mixed(int tasks, long seed) {
    List<Group> groups = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      groups.add(new Group(task % 2, 1, 0, 0));
    }
    return new Workload(List.of(computing(), waiting()), groups, seed, List.of());
  }

  /**
   * Requests to a web server, one every {@code gap} nanoseconds: each is parsed (50 to 150 µs),
   * asks a database over one of {@code connections} connections (1 to 4 ms), is rendered (100 to
   * 300 µs), and is sent (100 to 500 µs). One request needs a CPU for 0.3 ms on average, and a
   * connection for 2.5 ms: whichever is short first makes requests queue.
   */
  public static Workload webServer(int requests, long gap, int connections, long seed) {
    Program request =
        Program.start()
            .compute(Nanos.between(50 * MICRO, 150 * MICRO))
            .then(new Operation.Acquire(0))
            .io(Nanos.between(MILLI, 4 * MILLI))
            .then(new Operation.Release(0))
            .compute(Nanos.between(100 * MICRO, 300 * MICRO))
            .io(Nanos.between(100 * MICRO, 500 * MICRO))
            .end();
    return new Workload(
        List.of(request), List.of(new Group(0, requests, 0, gap)), seed, List.of(connections));
  }

  /**
   * Images to shrink: each is read from a file (1 to 3 ms), decoded and scaled by native code that
   * releases the GIL (20 to 40 ms, a third of it waiting for memory), and written (1 to 3 ms), with
   * 0.3 to 0.6 ms of interpreted code around that. An image of Pillow or NumPy under threads, where
   * the GIL is held for under 2 % of the time and hardly costs anything.
   */
  public static Workload imageProcessing(int images, long seed) {
    Program image =
        Program.start()
            .compute(Nanos.between(100 * MICRO, 200 * MICRO))
            .then(new Operation.Io(Nanos.between(MILLI, 3 * MILLI), IoKind.FILE))
            .then(releasing(Nanos.between(10 * MILLI, 20 * MILLI)))
            .compute(Nanos.between(100 * MICRO, 200 * MICRO))
            .then(releasing(Nanos.between(10 * MILLI, 20 * MILLI)))
            .compute(Nanos.between(100 * MICRO, 200 * MICRO))
            .then(new Operation.Io(Nanos.between(MILLI, 3 * MILLI), IoKind.FILE))
            .end();
    return Workload.many(images, image, seed);
  }

  private static Operation releasing(Nanos time) {
    return new Operation.Compute(time, Code.NATIVE_RELEASING, 333);
  }

  /**
   * Stages that hand items on through pipes of 64 KiB, in messages of 4 KiB: each stage computes 50
   * to 150 µs on an item, except the one in the middle, which needs three times as long. An image
   * of a shell pipeline: once it is full, the slowest stage decides, and pipes before it fill up.
   *
   * @param stages how many, 2 or more
   */
  public static Workload pipeline(int stages, int items, long seed) {
    if (stages < 2) {
      throw new IllegalArgumentException("a pipeline has 2 stages or more, got " + stages);
    }
    List<Program> programs = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    for (int stage = 0; stage < stages; stage++) {
      programs.add(stage(stage, stages, items));
      groups.add(new Group(stage, 1, 0, 0));
    }
    return new Workload(programs, groups, seed, List.of());
  }

  private static Program stage(int stage, int stages, int items) {
    int slow = stage == stages / 2 ? 3 : 1;
    Nanos time = Nanos.between(slow * 50 * MICRO, slow * 150 * MICRO);
    Program.Builder program = Program.start();
    for (int item = 0; item < items; item++) {
      if (stage > 0) {
        program.then(new Operation.Receive(stage - 1));
      }
      program.compute(time);
      if (stage < stages - 1) {
        program.then(new Operation.Send(stage, KIB_4));
      }
    }
    return program.end();
  }

  /**
   * A task that starts {@code children} tasks, each of which computes 100 to 200 µs, and waits for
   * them all. An image of work that is cut too fine: what starting a task costs decides.
   */
  public static Workload forkJoin(int children, long seed) {
    Program child = Program.start().compute(Nanos.between(100 * MICRO, 200 * MICRO)).end();
    Program parent = Program.start().repeat(children, part -> part.spawn(child)).join().end();
    return Workload.many(1, parent, seed);
  }

  private static Program computing() {
    return Program.start().repeat(10, part -> part.compute(Nanos.between(MILLI, 2 * MILLI))).end();
  }

  private static Program waiting() {
    return Program.start()
        .repeat(
            20,
            part ->
                part.compute(Nanos.between(20 * MICRO, 60 * MICRO))
                    .io(Nanos.between(MILLI, 5 * MILLI)))
        .end();
  }
}
