package timeslice.runtime;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import timeslice.program.Nanos;
import timeslice.program.Operation;
import timeslice.program.Operation.Code;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;

/**
 * Random workloads for laws about mappings. Times are a few nanoseconds, so that much happens at
 * the same instant, where order matters.
 */
final class Workloads {
  private Workloads() {}

  private static Arbitrary<Nanos> time() {
    return Arbitraries.integers().between(0, 6).map(Nanos::of);
  }

  private static Arbitrary<Operation> compute() {
    return Combinators.combine(Arbitraries.integers().between(1, 6), Arbitraries.of(Code.values()))
        .as((ns, code) -> new Operation.Compute(Nanos.of(ns), code, 0));
  }

  /** An operation that meets no other task. */
  static Arbitrary<Operation> alone(List<IoKind> kinds) {
    return Arbitraries.oneOf(
        compute(),
        compute(),
        Combinators.combine(time(), Arbitraries.of(kinds)).as(Operation.Io::new),
        time().map(Operation.Sleep::new),
        Arbitraries.just(new Operation.Yield()));
  }

  /** Tasks that never meet, all kinds of waits. */
  static Arbitrary<Workload> independent(IoKind... kinds) {
    return arriving(alone(List.of(kinds)).list().ofMaxSize(6).map(Program::new));
  }

  /** Up to six programs, one to three tasks each, that arrive at the start or a little later. */
  private static Arbitrary<Workload> arriving(Arbitrary<Program> program) {
    Arbitrary<Workload.Group> shape =
        Combinators.combine(
                Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(0, 5),
                Arbitraries.integers().between(0, 2))
            .as((count, first, gap) -> new Workload.Group(0, count, first, gap));
    return Combinators.combine(program.list().ofMinSize(1).ofMaxSize(6), shape.list().ofSize(6))
        .as(Workloads::workload);
  }

  private static Workload workload(List<Program> programs, List<Workload.Group> shapes) {
    List<Workload.Group> groups = new ArrayList<>();
    for (int i = 0; i < programs.size(); i++) {
      Workload.Group shape = shapes.get(i);
      groups.add(new Workload.Group(i, shape.count(), shape.firstArrival(), shape.gap()));
    }
    return new Workload(programs, groups, 1, List.of(2, 1));
  }

  /**
   * Tasks that meet in locks, monitors, semaphores and children, and always come to an end: nobody
   * waits for a second thing that others hold, and monitors stand inside native frames or none.
   */
  static Arbitrary<Workload> meeting() {
    return arriving(program(2));
  }

  /** Tasks that do anything, in any order: many of these runs end stuck or in a deadlock. */
  static Arbitrary<Workload> anything() {
    Arbitrary<Operation> small =
        Arbitraries.integers()
            .between(0, 2)
            .flatMap(
                n ->
                    Arbitraries.of(
                        new Operation.Park(),
                        new Operation.Unpark(0),
                        new Operation.Await(n),
                        new Operation.Complete(n),
                        new Operation.Send(n, 9),
                        new Operation.Receive(n),
                        new Operation.Acquire(n),
                        new Operation.Release(n),
                        new Operation.Notify(n),
                        new Operation.NotifyAll(n)));
    Arbitrary<Operation> any = Arbitraries.oneOf(small, alone(List.of(IoKind.values())));
    Arbitrary<List<Operation>> guarded =
        Combinators.combine(Arbitraries.integers().between(0, 1), any.list().ofMaxSize(3))
            .as((lock, inside) -> monitor(lock, new Operation.Wait(lock, lock), inside));
    return arriving(
        Arbitraries.oneOf(guarded, any.list().ofMaxSize(3))
            .list()
            .ofMaxSize(3)
            .map(Workloads::joined));
  }

  private static List<Operation> monitor(int lock, Operation wait, List<Operation> inside) {
    List<Operation> all = new ArrayList<>();
    all.add(new Operation.EnterMonitor(lock));
    all.addAll(inside);
    all.add(wait);
    all.add(new Operation.ExitMonitor(lock));
    return all;
  }

  private static Program joined(List<List<Operation>> parts) {
    return new Program(parts.stream().flatMap(List::stream).toList());
  }

  private static Arbitrary<Program> program(int depth) {
    return part(depth).list().ofMaxSize(4).map(Workloads::joined);
  }

  private static Arbitrary<List<Operation>> part(int depth) {
    Arbitrary<List<Operation>> plain = alone(List.of(IoKind.values())).list().ofMaxSize(3);
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 1);
    Arbitrary<List<Operation>> guarded =
        Combinators.combine(number, plain, Arbitraries.integers().between(0, 3))
            .as(Workloads::guarded);
    if (depth == 0) {
      return Arbitraries.oneOf(plain, guarded);
    }
    Arbitrary<List<Operation>> family =
        Combinators.combine(program(depth - 1), plain)
            .as(
                (child, meanwhile) -> {
                  List<Operation> all = new ArrayList<>();
                  all.add(new Operation.Spawn(child));
                  all.addAll(meanwhile);
                  all.add(new Operation.Join());
                  return all;
                });
    return Arbitraries.oneOf(plain, guarded, guarded, family);
  }

  private static List<Operation> guarded(int number, List<Operation> inside, int how) {
    List<Operation> all = new ArrayList<>();
    all.add(
        switch (how) {
          case 0 -> new Operation.Lock(number);
          case 1 -> new Operation.EnterMonitor(number);
          case 2 -> new Operation.Acquire(number);
          default -> new Operation.EnterNative();
        });
    all.addAll(inside);
    all.add(
        switch (how) {
          case 0 -> new Operation.Unlock(number);
          case 1 -> new Operation.ExitMonitor(number);
          case 2 -> new Operation.Release(number);
          default -> new Operation.ExitNative();
        });
    return all;
  }

  /** Fork and join: programs that only compute, start children, and join them. */
  static Arbitrary<Program> forkJoin(int depth) {
    Arbitrary<Operation> leaf =
        Arbitraries.integers()
            .between(1, 9)
            .map(ns -> new Operation.Compute(Nanos.of(ns), Code.INTERPRETED, 0));
    Arbitrary<Operation> step =
        depth == 0
            ? leaf
            : Arbitraries.oneOf(
                leaf,
                Arbitraries.just(new Operation.Join()),
                Arbitraries.lazy(() -> forkJoin(depth - 1)).map(Operation.Spawn::new),
                Arbitraries.lazy(() -> forkJoin(depth - 1)).map(Operation.Spawn::new));
    return step.list().ofMinSize(1).ofMaxSize(5).map(Program::new);
  }
}
