package timeslice.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import timeslice.program.Operation;
import timeslice.program.Operation.Acquire;
import timeslice.program.Operation.Allocate;
import timeslice.program.Operation.Await;
import timeslice.program.Operation.Complete;
import timeslice.program.Operation.Decref;
import timeslice.program.Operation.Incref;
import timeslice.program.Operation.Join;
import timeslice.program.Operation.Lock;
import timeslice.program.Operation.Notify;
import timeslice.program.Operation.NotifyAll;
import timeslice.program.Operation.Park;
import timeslice.program.Operation.Receive;
import timeslice.program.Operation.Release;
import timeslice.program.Operation.Send;
import timeslice.program.Operation.Spawn;
import timeslice.program.Operation.Unlock;
import timeslice.program.Operation.Unpark;
import timeslice.program.Operation.Wait;
import timeslice.program.Operation.Yield;
import timeslice.program.Program;

/**
 * Small programs whose tasks get in each other's way; some of them are wrong. Those of one case
 * have a theme, so that they meet in the same few things; or they have all themes.
 */
final class SmallPrograms {
  private enum Theme {
    LOCKS,
    CONDITIONS,
    SEMAPHORES,
    FUTURES,
    PERMITS,
    PIPES,
    OBJECTS,
    FAMILIES,
    ALL
  }

  private SmallPrograms() {}

  /** Two programs of a few operations each, or some more. */
  static Arbitrary<List<Program>> upTo(int programs) {
    return Arbitraries.of(Theme.values())
        .flatMap(theme -> program(theme).list().ofMinSize(2).ofMaxSize(programs));
  }

  private static Arbitrary<Program> program(Theme theme) {
    Arbitrary<List<Operation>> part = Arbitraries.oneOf(part(theme), part(theme), time());
    return part.list().ofMinSize(1).ofMaxSize(3).map(parts -> new Program(flat(parts)));
  }

  private static List<Operation> flat(List<List<Operation>> parts) {
    List<Operation> all = new ArrayList<>();
    parts.forEach(all::addAll);
    return all;
  }

  /** A few operations that belong together, more often than not. */
  private static Arbitrary<List<Operation>> part(Theme theme) {
    return switch (theme) {
      case LOCKS -> Arbitraries.oneOf(locked(time()), locked(locked(time())), bare(Unlock::new));
      case CONDITIONS ->
          Arbitraries.oneOf(
              locked(waiting()),
              locked(waiting()),
              locked(time().map(time -> flat(List.of(List.of(new NotifyAll(0)), time)))),
              Arbitraries.of(List.of(new Notify(0)), List.of(new Wait(0, 1))));
      case SEMAPHORES ->
          Arbitraries.oneOf(
              bare(Acquire::new),
              bare(Release::new),
              between(new Acquire(0), new Release(0)),
              between(new Acquire(1), new Release(0)));
      case FUTURES -> Arbitraries.oneOf(bare(Await::new), bare(Await::new), bare(Complete::new));
      case PERMITS ->
          Arbitraries.oneOf(
              bare(_ -> new Park()),
              bare(Unpark::new),
              bare(n -> new Unpark(3 * n)),
              between(new Unpark(0), new Unpark(0)));
      case PIPES ->
          Arbitraries.oneOf(
              bare(n -> new Send(n, 40_000)),
              bare(n -> new Send(0, 30_000 + 70_000 * n)),
              bare(Receive::new),
              between(new Receive(0), new Receive(0)));
      case OBJECTS ->
          Arbitraries.oneOf(
              bare(Allocate::new),
              between(new Allocate(0), new Decref(0)),
              between(new Incref(0), new Decref(0)),
              bare(Decref::new));
      case FAMILIES ->
          Arbitraries.oneOf(
              child(locked(time())),
              child(bare(Await::new)),
              locked(family()),
              bare(Complete::new));
      case ALL ->
          Arbitraries.of(Theme.values())
              .filter(one -> one != Theme.ALL)
              .flatMap(SmallPrograms::part);
    };
  }

  private static Arbitrary<List<Operation>> time() {
    return Arbitraries.integers()
        .between(-1, 3)
        .map(ns -> List.of(ns < 0 ? new Yield() : Small.compute(ns)));
  }

  private static Arbitrary<Integer> number() {
    return Arbitraries.integers().between(0, 1);
  }

  private static Arbitrary<List<Operation>> bare(IntFunction<Operation> made) {
    return number().map(n -> List.of(made.apply(n)));
  }

  private static Arbitrary<List<Operation>> between(Operation first, Operation last) {
    return time().map(time -> flat(List.of(List.of(first), time, List.of(last))));
  }

  private static Arbitrary<List<Operation>> locked(Arbitrary<List<Operation>> inside) {
    return number()
        .flatMap(
            lock ->
                inside.map(
                    part ->
                        flat(List.of(List.of(new Lock(lock)), part, List.of(new Unlock(lock))))));
  }

  private static Arbitrary<List<Operation>> waiting() {
    return Arbitraries.of(
        List.of(new Wait(0, 0)),
        List.of(new Wait(0, 0), new Wait(0, 0)),
        List.of(new Notify(0), new Wait(0, 0)),
        List.of(new Wait(0, 1)));
  }

  private static Arbitrary<List<Operation>> child(Arbitrary<List<Operation>> does) {
    return does.map(part -> List.of(new Spawn(new Program(part))));
  }

  private static Arbitrary<List<Operation>> family() {
    return child(Arbitraries.oneOf(locked(time()), bare(Await::new)))
        .map(spawn -> flat(List.of(spawn, List.of(new Join()))));
  }
}
