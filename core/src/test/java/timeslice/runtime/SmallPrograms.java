package timeslice.runtime;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import timeslice.program.Operation;
import timeslice.program.Program;

/** Small programs whose tasks get in each other's way; some of them are wrong. */
final class SmallPrograms {
  private SmallPrograms() {}

  /** Two to four programs of a few operations each. */
  static Arbitrary<List<Program>> any() {
    return program().list().ofMinSize(2).ofMaxSize(4);
  }

  static Arbitrary<Program> program() {
    return part()
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(
            parts -> {
              List<Operation> all = new ArrayList<>();
              parts.forEach(all::addAll);
              return new Program(all);
            });
  }

  /** A few operations that belong together, more often than not. */
  private static Arbitrary<List<Operation>> part() {
    return Arbitraries.frequencyOf(
        Tuple.of(4, time().map(List::of)),
        Tuple.of(6, locked(alone())),
        Tuple.of(4, locked(locked(time().map(List::of)))),
        Tuple.of(3, locked(waiting())),
        Tuple.of(6, alone()),
        Tuple.of(2, family()));
  }

  private static Arbitrary<Operation> time() {
    return Arbitraries.integers()
        .between(0, 3)
        .map(ns -> Program.start().compute(ns).end().operations().getFirst());
  }

  private static Arbitrary<Integer> number() {
    return Arbitraries.integers().between(0, 1);
  }

  private static Arbitrary<List<Operation>> locked(Arbitrary<List<Operation>> inside) {
    return number()
        .flatMap(
            lock ->
                inside.map(
                    part -> {
                      List<Operation> all = new ArrayList<>();
                      all.add(new Operation.Lock(lock));
                      all.addAll(part);
                      all.add(new Operation.Unlock(lock));
                      return all;
                    }));
  }

  private static Arbitrary<List<Operation>> waiting() {
    return number().map(lock -> List.of(new Operation.Wait(0, lock)));
  }

  private static Arbitrary<List<Operation>> alone() {
    return number().flatMap(SmallPrograms::alone);
  }

  private static Arbitrary<List<Operation>> alone(int n) {
    return Arbitraries.of(
        List.of(new Operation.Notify(0)),
        List.of(new Operation.Notify(0)),
        List.of(new Operation.NotifyAll(0)),
        List.of(new Operation.Wait(0, n)),
        List.of(new Operation.Acquire(n), new Operation.Release(n)),
        List.of(new Operation.Acquire(n)),
        List.of(new Operation.Release(n)),
        List.of(new Operation.Await(n)),
        List.of(new Operation.Complete(n)),
        List.of(new Operation.Park()),
        List.of(new Operation.Unpark(n)),
        List.of(new Operation.Unpark(n), new Operation.Unpark(n)),
        List.of(new Operation.Unpark(3)),
        List.of(new Operation.Send(n, 40_000)),
        List.of(new Operation.Send(n, 30_000)),
        List.of(new Operation.Send(0, 100_000)),
        List.of(new Operation.Receive(n)),
        List.of(new Operation.Receive(0), new Operation.Receive(0)),
        List.of(new Operation.Unlock(n)),
        List.of(new Operation.Allocate(n), new Operation.Decref(n)),
        List.of(new Operation.Incref(n), new Operation.Decref(n)),
        List.of(new Operation.Yield()));
  }

  private static Arbitrary<List<Operation>> family() {
    return Arbitraries.oneOf(alone(), locked(time().map(List::of)))
        .map(child -> List.of(new Operation.Spawn(new Program(child)), new Operation.Join()));
  }
}
