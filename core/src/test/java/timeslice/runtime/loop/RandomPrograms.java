package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random programs of four tasks that spawn, await, cancel and wake each other. Times are small, so
 * that deadlines often coincide. A task awaits only later ones: a ring of tasks that await each
 * other cannot be cancelled, in CPython either.
 */
final class RandomPrograms {
  private static final int TASKS = 4;

  private RandomPrograms() {}

  /** With the operations that {@link NaiveLoop} knows. */
  static Arbitrary<List<List<Op>>> basic() {
    return programs(List.of("inner", "attempt", "attempt"));
  }

  /** With all of them. */
  static Arbitrary<List<List<Op>>> all() {
    return programs(
        List.of("inner", "attempt", "attempt", "within", "waitfor", "permit", "lock", "group"));
  }

  private static Arbitrary<List<List<Op>>> programs(List<String> around) {
    List<Arbitrary<List<Op>>> tasks = new ArrayList<>();
    for (int task = 0; task < TASKS; task++) {
      tasks.add(ops(task, around, 2));
    }
    // Without a start the others would mostly never exist.
    Arbitrary<List<Op>> starts = Arbitraries.of(1, 2, 3).map(RandomPrograms::spawns);
    return Combinators.combine(starts, Combinators.combine(tasks).as(all -> all))
        .as(
            (start, all) -> {
              List<Op> main = new ArrayList<>(start);
              main.addAll(all.get(0));
              List<List<Op>> program = new ArrayList<>(all);
              program.set(0, List.copyOf(main));
              return List.copyOf(program);
            });
  }

  private static List<Op> spawns(int tasks) {
    List<Op> spawns = new ArrayList<>();
    for (int task = 1; task <= tasks; task++) {
      spawns.add(Op.of("spawn", task));
    }
    return spawns;
  }

  private static Arbitrary<List<Op>> ops(int task, List<String> around, int depth) {
    Arbitrary<Op> one = simple(task);
    if (depth > 0) {
      Arbitrary<Op> nested =
          Combinators.combine(
                  Arbitraries.of(around),
                  ops(task, around, depth - 1),
                  Arbitraries.longs().between(0, 4))
              .as((name, body, number) -> surround(name, body, number));
      one = Arbitraries.frequencyOf(Tuple.of(3, one), Tuple.of(1, nested));
    }
    return one.list().ofMaxSize(4);
  }

  private static Op surround(String name, List<Op> body, long number) {
    return switch (name) {
      case "within", "waitfor" -> Op.around(name, body, number);
      case "group" -> number == 0 ? Op.around(name, body) : Op.around(name, body, number, 3);
      default -> Op.around(name, body);
    };
  }

  private static Arbitrary<Op> simple(int task) {
    Arbitrary<Long> time = Arbitraries.longs().between(0, 4);
    Arbitrary<Long> any = Arbitraries.longs().between(0, TASKS - 1);
    Arbitrary<Long> later = Arbitraries.longs().between(Math.min(task + 1, TASKS - 1), TASKS - 1);
    Arbitrary<Long> future = Arbitraries.longs().between(0, 2);
    List<Arbitrary<Op>> all = new ArrayList<>();
    all.add(Arbitraries.of("pause", "uncancel", "fail").map(Op::of));
    all.add(Arbitraries.of("pause").map(Op::of));
    all.add(time.map(nanos -> Op.of("sleep", nanos)));
    all.add(time.map(nanos -> Op.of("sleep", nanos)));
    all.add(Combinators.combine(Arbitraries.of("compute", "block"), time).as(Op::of));
    all.add(any.map(number -> Op.of("spawn", number)));
    all.add(any.map(number -> Op.of("cancel", number)));
    all.add(any.map(number -> Op.of("cancel", number)));
    all.add(
        Combinators.combine(Arbitraries.of("future", "future", "set", "set", "drop"), future)
            .as(Op::of));
    all.add(Combinators.combine(Arbitraries.of("soon", "unschedule"), any).as(Op::of));
    all.add(Combinators.combine(any, time).as((number, nanos) -> Op.of("later", number, nanos)));
    if (task < TASKS - 1) {
      all.add(later.map(number -> Op.of("await", number)));
      all.add(
          Combinators.combine(Arbitraries.of("gather", "settle"), later.list().ofMaxSize(3))
              .as((name, numbers) -> new Op(name, numbers, List.of())));
    }
    return Arbitraries.oneOf(all);
  }
}
