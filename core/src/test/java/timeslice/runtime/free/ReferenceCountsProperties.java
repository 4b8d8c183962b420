package timeslice.runtime.free;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import timeslice.program.SplitMix;

/** Random runs of the sequential form, checked after every operation against plain sets. */
class ReferenceCountsProperties {
  private static final int STEPS = 3_000;

  /** One object and who has how many references to it, by thread id. */
  private static final class Tracked {
    private final BiasedCount object;
    private final int[] held = new int[STEPS + 2];
    private int total;
    private CountState last = CountState.INIT;

    Tracked(BiasedCount object, int thread) {
      this.object = object;
      add(thread, 1);
    }

    void add(int thread, int references) {
      held[thread] += references;
      total += references;
    }
  }

  @Property(tries = 30)
  void everyObjectIsFreedOnceAndNeverEarly(@ForAll long seed) {
    SplitMix random = new SplitMix(seed);
    ReferenceCounts counts = new ReferenceCounts();
    List<Integer> running = new ArrayList<>(List.of(counts.register(), counts.register()));
    List<Tracked> live = new ArrayList<>();
    int made = 0;
    for (int step = 0; step < STEPS; step++) {
      int thread = running.get(random.below(running.size()));
      if (live.isEmpty() || random.below(12) == 0) {
        live.add(new Tracked(counts.create(thread), thread));
        made++;
      }
      Tracked one = live.get(random.below(live.size()));
      boolean holds = one.held[thread] > 0;
      switch (random.below(14)) {
        case 0, 1 -> {
          if (holds) {
            counts.incref(thread, one.object);
            one.add(thread, 1);
          }
        }
        case 2, 3, 4, 5, 6 -> {
          if (holds) {
            one.add(thread, -1);
            counts.decref(thread, one.object);
          }
        }
        case 7, 8, 9 -> {
          if (holds) {
            one.add(thread, -1);
            one.add(running.get(random.below(running.size())), 1);
          }
        }
        case 10 -> {
          if (holds) {
            one.object.allowTries();
          } else if (counts.tryIncref(thread, one.object)) {
            one.add(thread, 1);
          }
        }
        case 11 -> counts.check(thread);
        case 12 -> {
          if (random.below(5) == 0) {
            running.add(counts.register());
          }
        }
        default -> leaveOrBlock(random, counts, running, live, thread);
      }
      for (Tracked each : live) {
        check(counts, each);
      }
      live.removeIf(each -> each.object.isFreed());
      assertThat(counts.freed()).as("objects freed").isEqualTo(made - live.size());
    }
    dropAll(counts, live);
    running.forEach(counts::exit);
    assertThat(counts.freed()).as("objects freed in the end").isEqualTo(made);
  }

  /** A thread gives all it has to another and leaves, or is away while somebody else drops. */
  private static void leaveOrBlock(
      SplitMix random, ReferenceCounts counts, List<Integer> running, List<Tracked> live, int me) {
    if (running.size() < 2) {
      return;
    }
    int other = running.get(running.get(0) == me ? 1 : 0);
    if (random.below(3) == 0) {
      for (Tracked each : live) {
        each.add(other, each.held[me]);
        each.add(me, -each.held[me]);
      }
      running.remove(Integer.valueOf(me));
      counts.exit(me);
      assertThatThrownBy(() -> counts.check(me)).hasMessageContaining("it is GONE");
    } else {
      counts.detach(me);
      Tracked one = live.get(random.below(live.size()));
      if (one.held[other] > 0) {
        one.add(other, -1);
        counts.decref(other, one.object);
      }
      counts.attach(me);
    }
  }

  private static void check(ReferenceCounts counts, Tracked one) {
    BiasedCount object = one.object;
    int inQueue = counts.isQueued(object) ? 1 : 0;
    if (object.isFreed()) {
      assertThat(one.total + inQueue).as("references to a freed object").isZero();
      return;
    }
    assertThat(one.total + inQueue).as("references to a live object").isPositive();
    assertThat(object.counted()).as("local + shared").isEqualTo(one.total + inQueue);
    assertThat(object.local()).as("local count").isNotNegative();
    assertThat(object.state()).as("state").isGreaterThanOrEqualTo(one.last);
    assertThat(object.tid() == BiasedCount.UNOWNED)
        .as("unowned")
        .isEqualTo(object.state() == CountState.MERGED);
    if (object.shared() < 0) {
      assertThat(object.state()).as("state of a negative count").isEqualTo(CountState.QUEUED);
    }
    one.last = object.state();
  }

  private static void dropAll(ReferenceCounts counts, List<Tracked> live) {
    for (Tracked each : live) {
      for (int thread = 1; thread < each.held.length; thread++) {
        for (; each.held[thread] > 0; each.add(thread, -1)) {
          counts.decref(thread, each.object);
        }
      }
    }
  }

  @Example
  void whatStaysWithItsOwnerNeedsNoAtomicInstruction() {
    ReferenceCounts counts = new ReferenceCounts();
    int thread = counts.register();
    BiasedCount object = counts.create(thread);
    counts.incref(thread, object);
    counts.decref(thread, object);
    counts.decref(thread, object);
    assertThat(object.isFreed()).isTrue();
    assertThat(counts.plain()).isEqualTo(3);
    assertThat(counts.atomic()).isZero();
  }

  @Example
  void aReferenceThatWasHandedOverGoesThroughTheOwnersQueue() {
    ReferenceCounts counts = new ReferenceCounts();
    int owner = counts.register();
    int other = counts.register();
    BiasedCount object = counts.create(owner);
    counts.decref(other, object);
    assertThat(object.isFreed()).isFalse();
    assertThat(object.state()).isEqualTo(CountState.QUEUED);
    assertThat(object.counted()).as("the queue has it").isEqualTo(1);
    counts.check(owner);
    assertThat(object.isFreed()).isTrue();
    assertThat(counts.queued()).isEqualTo(1);
    assertThat(counts.merged()).isEqualTo(1);
  }

  @Example
  void nobodyWaitsForAnOwnerThatIsAwayOrGone() {
    ReferenceCounts counts = new ReferenceCounts();
    int away = counts.register();
    int gone = counts.register();
    int other = counts.register();
    BiasedCount first = counts.create(away);
    BiasedCount second = counts.create(gone);
    counts.detach(away);
    counts.exit(gone);
    counts.decref(other, first);
    counts.decref(other, second);
    assertThat(first.isFreed()).isTrue();
    assertThat(second.isFreed()).isTrue();
  }

  @Example
  void immortalCountsStayAsTheyAre() {
    ReferenceCounts counts = new ReferenceCounts();
    int thread = counts.register();
    BiasedCount none = BiasedCount.immortal();
    counts.decref(thread, none);
    counts.decref(thread, none);
    counts.incref(thread, none);
    assertThat(none.local()).isEqualTo(BiasedCount.IMMORTAL);
    assertThat(none.shared()).isZero();
    assertThat(none.isFreed()).isFalse();
    assertThat(counts.plain() + counts.atomic()).isZero();
  }

  @Example
  void aDeferredObjectIsFreedByACollectionAndNothingElse() {
    ReferenceCounts counts = new ReferenceCounts();
    int owner = counts.register();
    int other = counts.register();
    BiasedCount function = counts.create(owner);
    counts.defer(owner, function);
    counts.push(other, function);
    assertThat(counts.atomic()).as("a stack costs a deferred object nothing").isZero();
    counts.decref(owner, function);
    assertThat(function.counted()).isZero();
    counts.collect();
    assertThat(function.isFreed()).as("still on a stack").isFalse();
    counts.pop(other);
    assertThat(function.isFreed()).as("no collection since").isFalse();
    counts.collect();
    assertThat(function.isFreed()).isTrue();
    assertThat(counts.freed()).isEqualTo(1);
  }

  @Example
  void aCollectionMergesWhatWaitsInQueues() {
    ReferenceCounts counts = new ReferenceCounts();
    int owner = counts.register();
    int other = counts.register();
    BiasedCount object = counts.create(owner);
    counts.decref(other, object);
    counts.collect();
    assertThat(object.isFreed()).isTrue();
    counts.check(owner);
    counts.exit(owner);
    assertThat(counts.freed()).isEqualTo(1);
  }
}
