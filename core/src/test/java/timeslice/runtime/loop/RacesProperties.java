package timeslice.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeslice.runtime.loop.Script.script;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** What goes wrong between one await and the next, and what mends it. */
class RacesProperties {
  private SoloHost host = new SoloHost();
  private EventLoop loop = host.loop();
  private int counter;

  @BeforeTry
  void freshLoop() {
    host = new SoloHost();
    loop = host.loop();
    counter = 0;
  }

  private Script increment(Script between) {
    return script()
        .run(frame -> frame.local(counter))
        .await(between)
        .run(frame -> counter = (int) frame.local() + 1);
  }

  private void run(int tasks, Script script) {
    List<Coroutine> all = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      all.add(script.on(loop));
    }
    host.run(script().await(frame -> Gather.gather(loop, all)).on(loop));
  }

  @Property
  void readAwaitWriteLosesUpdates(
      @ForAll @IntRange(min = 2, max = 6) int tasks,
      @ForAll @IntRange(min = 1, max = 6) int times,
      @ForAll @LongRange(max = 3) long sleep) {
    run(tasks, script().repeat(times, increment(script().sleep(sleep))));
    assertThat(counter).isGreaterThanOrEqualTo(1).isLessThan(tasks * times);
  }

  @Property
  void readWriteWithoutYieldingLosesNothing(
      @ForAll @IntRange(min = 1, max = 6) int tasks,
      @ForAll @IntRange(min = 1, max = 6) int times,
      @ForAll @IntRange(max = 2) int between) {
    Future done = loop.createFuture();
    done.setResult(1);
    Script noYield =
        switch (between) {
          case 0 -> script().compute(5);
          case 1 -> script().await(done);
          default -> script().await(script().callBlocking(2));
        };
    run(tasks, script().repeat(times, increment(noYield).pause()));
    assertThat(counter).isEqualTo(tasks * times);
  }

  @Property
  void aLockAroundReadAwaitWriteLosesNothing(
      @ForAll @IntRange(min = 1, max = 6) int tasks,
      @ForAll @IntRange(min = 1, max = 6) int times,
      @ForAll @LongRange(max = 3) long sleep) {
    LoopLock lock = new LoopLock(loop);
    Script body = increment(script().sleep(sleep));
    Script safe = script().await(frame -> lock.holding(body.on(loop)));
    run(tasks, script().repeat(times, safe));
    assertThat(counter).isEqualTo(tasks * times);
    assertThat(lock.locked()).isFalse();
  }

  @Property
  void aSemaphoreBoundsHowManyAreInsideAndServesInOrder(
      @ForAll @IntRange(min = 1, max = 4) int permits,
      @ForAll @Size(max = 10) List<@LongRange(max = 5) Long> times) {
    LoopSemaphore semaphore = new LoopSemaphore(loop, permits);
    int[] inside = {0, 0};
    List<Integer> order = new ArrayList<>();
    List<Coroutine> all = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      int number = i;
      Script body =
          script()
              .run(() -> inside[1] = Math.max(inside[1], ++inside[0]))
              .run(() -> order.add(number))
              .sleep(times.get(i))
              .run(() -> inside[0]--);
      all.add(semaphore.holding(body.on(loop)));
    }
    host.run(script().await(frame -> Gather.gather(loop, all)).on(loop));
    assertThat(inside[1]).as("at most inside").isEqualTo(Math.min(permits, times.size()));
    assertThat(order).isSorted().hasSameSizeAs(times);
  }

  @Property
  void whoeverIsCancelledNoPermitAndNoTurnIsLost(
      @ForAll @IntRange(min = 1, max = 3) int permits,
      @ForAll @Size(min = 1, max = 7) List<@LongRange(min = 1, max = 4) Long> times,
      @ForAll @Size(max = 7) List<@IntRange(max = 199) Integer> cancels) {
    LoopSemaphore semaphore = new LoopSemaphore(loop, permits);
    LoopLock lock = new LoopLock(loop);
    List<Task> tasks = new ArrayList<>();
    for (long time : times) {
      Script body = script().sleep(time);
      Coroutine locked = lock.holding(body.on(loop));
      tasks.add(loop.createTask(semaphore.holding(locked)));
    }
    for (int cancel : cancels) { // who, when, and how many iterations later
      Task victim = tasks.get(cancel % 7 % tasks.size());
      Callback hops = Callback.of(victim::cancel);
      for (int i = 0; i < cancel % 5; i++) {
        Callback next = hops;
        hops = Callback.of(() -> loop.callSoon(next));
      }
      loop.callAt(cancel / 20, hops);
    }
    host.runUntilIdle();
    assertThat(tasks).allMatch(Future::done);
    assertThat(lock.locked()).isFalse();
    for (int i = 0; i < permits; i++) {
      assertThat(semaphore.locked()).as("with %d of %d permits taken", i, permits).isFalse();
      loop.createTask(semaphore.acquire());
      host.runUntilIdle();
    }
    assertThat(semaphore.locked()).isTrue();
  }

  @Example
  void whoComesWhileAPermitIsFreeStillWaitsForThoseWhoWaited() {
    LoopSemaphore semaphore = new LoopSemaphore(loop, 0);
    List<String> order = new ArrayList<>();
    Script first = script().await(frame -> semaphore.acquire()).run(() -> order.add("first"));
    Script late = script().await(frame -> semaphore.acquire()).run(() -> order.add("late"));
    loop.createTask(first.on(loop));
    host.runUntilIdle();
    loop.createTask(late.on(loop));
    semaphore.release(); // for the first, who has not taken its step yet
    semaphore.release();
    loop.createTask(script().run(() -> order.add("locked: " + semaphore.locked())).on(loop));
    host.runUntilIdle();
    assertThat(order).containsExactly("first", "locked: true", "late");
  }

  @Example
  void onlyWhatIsHeldCanBeReleased() {
    assertThatThrownBy(() -> new LoopLock(loop).release())
        .hasMessage("a lock that nobody holds cannot be released");
    assertThatThrownBy(() -> new LoopSemaphore(loop, -1))
        .hasMessage("a semaphore has 0 permits or more, got -1");
  }
}
