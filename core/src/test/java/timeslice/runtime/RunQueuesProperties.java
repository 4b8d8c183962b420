package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Run queues against the JDK's deques. */
class RunQueuesProperties {
  private static final int CARRIERS = 3;

  /** What somebody does with run queues: adds a task, has one yield, or takes one. */
  private record Use(int what, int carrier) {}

  @Property
  void stealingQueuesAgreeWithPlainDeques(
      @ForAll("uses") List<Use> uses, @ForAll WorkStealing.Order order) {
    RunQueues queues = WorkStealing.of(order).create(CARRIERS);
    for (int carrier = 0; carrier < CARRIERS; carrier++) {
      assertThat(queues.next(carrier)).isEqualTo(-1);
    }
    List<ArrayDeque<Integer>> own = new ArrayList<>();
    for (int i = 0; i < CARRIERS; i++) {
      own.add(new ArrayDeque<>());
    }
    ArrayDeque<Integer> outside = new ArrayDeque<>();
    int task = 0;
    for (Use use : uses) {
      int carrier = use.carrier();
      switch (use.what()) {
        case 0 -> {
          queues.add(task, carrier);
          (carrier < 0 ? outside : own.get(carrier)).addLast(task++);
        }
        case 1 -> {
          int by = Math.max(0, carrier);
          queues.addYielded(task, by);
          boolean behind = order == WorkStealing.Order.FIFO && !own.get(by).isEmpty();
          (behind ? own.get(by) : outside).addLast(task++);
        }
        default -> taken(queues, order, Math.max(0, carrier), own, outside);
      }
    }
  }

  private static void taken(
      RunQueues queues,
      WorkStealing.Order order,
      int carrier,
      List<ArrayDeque<Integer>> own,
      ArrayDeque<Integer> outside) {
    ArrayDeque<Integer> mine = own.get(carrier);
    Integer expected = order == WorkStealing.Order.LIFO ? mine.pollLast() : mine.pollFirst();
    int victim = -1;
    if (expected == null) {
      expected = outside.pollFirst();
    }
    for (int i = 1; i < CARRIERS && expected == null; i++) {
      victim = (carrier + i) % CARRIERS;
      expected = own.get(victim).pollFirst();
    }
    assertThat(queues.next(carrier)).isEqualTo(expected == null ? -1 : expected);
    assertThat(queues.stolenFrom()).isEqualTo(expected == null ? -1 : victim);
  }

  @Property
  void aDrawnVictimHasSomethingAndNothingIsTakenTwice(
      @ForAll @IntRange(min = 1, max = 5) int carriers,
      @ForAll @IntRange(max = 20) int tasks,
      @ForAll long seed) {
    WorkStealing rule =
        new WorkStealing(WorkStealing.Order.LIFO, WorkStealing.Victims.SEEDED, seed);
    RunQueues queues = rule.create(carriers);
    for (int carrier = 0; carrier < carriers; carrier++) {
      queues.next(carrier);
    }
    for (int task = 0; task < tasks; task++) {
      queues.add(task, task % carriers);
    }
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      int task = queues.next(0);
      assertThat(queues.stolenFrom()).isEqualTo(task % carriers == 0 ? -1 : task % carriers);
      taken.add(task);
    }
    assertThat(taken).doesNotContain(-1).doesNotHaveDuplicates();
    assertThat(queues.next(0)).isEqualTo(-1);
  }

  @Example
  void aYieldLetsOthersGoFirstInEitherOrder() {
    for (WorkStealing.Order order : WorkStealing.Order.values()) {
      RunQueues queues = WorkStealing.of(order).create(1);
      queues.next(0);
      queues.add(1, 0);
      queues.add(2, 0);
      queues.addYielded(3, 0);
      queues.next(0);
      queues.next(0);
      assertThat(queues.next(0)).as("last in order %s", order).isEqualTo(3);
    }
  }

  @Provide
  Arbitrary<List<Use>> uses() {
    return Combinators.combine(
            Arbitraries.of(0, 0, 0, 1, 2, 2, 2), Arbitraries.integers().between(-1, CARRIERS - 1))
        .as(Use::new)
        .list()
        .ofMaxSize(60);
  }
}
