package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.kernel.Machine;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Trace;

/** Work stealing: nobody is idle while somebody has a task to spare. */
class WorkStealingProperties {

  /** Blumofe and Leiserson (JACM 1999) prove it for random victims; free steals make it greedy. */
  @Property
  void stealingKeepsTheGreedyBound(
      @ForAll("forkJoin") Program root,
      @ForAll @IntRange(min = 1, max = 5) int carriers,
      @ForAll("stealing") WorkStealing queues) {
    Run run =
        ManyToMany.carriers(carriers).with(queues).run(Machine.cores(carriers), Workload.of(root));
    long work = work(root);
    long span = span(root, 0).all();
    assertThat(run.outcome()).isInstanceOf(Outcome.Finished.class);
    assertThat(run.end()).isGreaterThanOrEqualTo(span);
    assertThat(run.end() * carriers).isGreaterThanOrEqualTo(work);
    assertThat(run.end() * carriers)
        .as("%d times the end, with work %d and span %d", carriers, work, span)
        .isLessThanOrEqualTo(work + (carriers - 1) * span);
  }

  private static long work(Program program) {
    long total = 0;
    for (Operation operation : program.operations()) {
      total +=
          switch (operation) {
            case Operation.Compute compute -> compute.time().min();
            case Operation.Spawn spawn -> work(spawn.child());
            default -> 0;
          };
    }
    return total;
  }

  /** When a task ends with endless carriers, and when the last of its descendants does. */
  private record Ends(long own, long all) {}

  private static Ends span(Program program, long start) {
    long now = start;
    long children = start;
    long all = start;
    for (Operation operation : program.operations()) {
      switch (operation) {
        case Operation.Compute compute -> now += compute.time().min();
        case Operation.Spawn spawn -> {
          Ends child = span(spawn.child(), now);
          children = Math.max(children, child.own());
          all = Math.max(all, child.all());
        }
        case Operation.Join _ -> now = Math.max(now, children);
        default -> throw new IllegalArgumentException("fork and join only");
      }
    }
    return new Ends(now, Math.max(now, all));
  }

  @Property
  void everyStealIsNotedAndIsFromAnother(
      @ForAll("forkJoin") Program root,
      @ForAll @IntRange(min = 1, max = 5) int carriers,
      @ForAll("stealing") WorkStealing queues) {
    Trace trace =
        ManyToMany.carriers(carriers)
            .with(queues)
            .run(Machine.cores(carriers), Workload.of(root))
            .trace();
    Map<Integer, Integer> madeReadyOn = new HashMap<>();
    Map<Integer, Integer> carrierOf = new HashMap<>();
    int stolenBy = -1;
    for (int i = 0; i < trace.size(); i++) {
      int task = trace.who(i);
      switch (trace.kind(i)) {
        case TASK_CREATED, TASK_READY ->
            madeReadyOn.put(task, carrierOf.getOrDefault(trace.other(i), -1));
        case STOLEN -> {
          assertThat(trace.value(i)).isEqualTo((long) madeReadyOn.getOrDefault(task, -1));
          assertThat(trace.other(i)).isNotEqualTo((int) trace.value(i));
          stolenBy = trace.other(i);
        }
        case MOUNTED -> {
          int from = madeReadyOn.getOrDefault(task, -1);
          boolean moved = from >= 0 && from != trace.other(i);
          assertThat(stolenBy == trace.other(i)).as("stolen: task %d", task).isEqualTo(moved);
          carrierOf.put(task, trace.other(i));
          stolenBy = -1;
        }
        default -> {}
      }
    }
  }

  @Provide
  Arbitrary<Program> forkJoin() {
    return Workloads.forkJoin(3);
  }

  @Provide
  Arbitrary<WorkStealing> stealing() {
    return Arbitraries.of(WorkStealing.Order.values())
        .flatMap(
            order ->
                Arbitraries.of(WorkStealing.Victims.values())
                    .map(victims -> new WorkStealing(order, victims, 3)));
  }
}
