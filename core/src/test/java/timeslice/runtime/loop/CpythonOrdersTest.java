package timeslice.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.runtime.loop.Script.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import timeslice.runtime.loop.Outcome.Raised;

/**
 * Orders that are easy to get wrong. Each expectation is what a script of the same shape printed on
 * CPython 3.13.0 (and, except where it says so, on 3.11.7).
 */
class CpythonOrdersTest {
  private static final long LONG = 1_000_000;

  private final SoloHost host = new SoloHost();
  private final EventLoop loop = host.loop();
  private final List<Object> log = new ArrayList<>();

  private Script say(Object what) {
    return script().run(() -> log.add(what));
  }

  private Callback saying(Object what) {
    return Callback.of(() -> log.add(what));
  }

  private Task me() {
    return Objects.requireNonNull(loop.currentTask());
  }

  private Task task(Script script) {
    return loop.createTask(script.on(loop));
  }

  @Test
  void callLaterOfNothingComesAfterCallSoon() {
    loop.callSoon(
        Callback.of(
            () -> {
              loop.callLater(0, saying("X"));
              loop.callSoon(saying("Y"));
            }));
    host.runUntilIdle();
    assertThat(log).containsExactly("Y", "X");
  }

  @Test
  void aNewTaskWaitsUntilItsCreatorReallyYields() {
    Future done = loop.createFuture();
    done.setResult(1);
    host.run(
        script()
            .run(() -> task(say("task")))
            .run(() -> log.add("creator"))
            .await(say("direct"))
            .await(done)
            .run(() -> log.add("done future"))
            .pause()
            .run(() -> log.add("after the pause"))
            .on(loop));
    assertThat(log).containsExactly("creator", "direct", "done future", "task", "after the pause");
  }

  @Test
  void settingAResultCallsNobodyButQueuesUpLikeCallSoon() {
    Future future = loop.createFuture();
    task(script().await(future).run(() -> log.add("woken")));
    loop.callLater(
        1,
        Callback.of(
            () -> {
              loop.callSoon(saying("before"));
              future.setResult(null);
              log.add("set");
              loop.callSoon(saying("after"));
            }));
    host.runUntilIdle();
    assertThat(log).containsExactly("set", "before", "woken", "after");
  }

  @Test
  void awaitingATaskCostsOneIterationMoreThanTheTask() {
    int[] ticks = {0};
    Callback tick =
        new Callback() {
          @Override
          public long run() {
            if (++ticks[0] < 10) {
              loop.callSoon(this);
            }
            return DONE;
          }
        };
    host.run(
        script()
            .run(() -> loop.callSoon(tick))
            .await(frame -> task(say("task")))
            .run(() -> log.add(ticks[0]))
            .on(loop));
    assertThat(log).containsExactly("task", 2);
  }

  @Test
  void tasksThatPauseTakeTurns() {
    host.run(script().await(frame -> Gather.gather(loop, pausing("a"), pausing("b"))).on(loop));
    assertThat(log).containsExactly("a0", "b0", "a1", "b1", "a2", "b2");
  }

  private Coroutine pausing(String name) {
    Script all = script();
    for (int i = 0; i < 3; i++) {
      all = all.await(say(name + i)).pause();
    }
    return all.on(loop);
  }

  @Test
  void aTaskCancelledBeforeItsFirstStepRunsNothingNotEvenItsFinally() {
    Task task = task(say("body").attempt(script().pause()).await(say("finally")).rethrow());
    log.add(task.cancel());
    log.add(task.cancelled());
    host.runUntilIdle();
    log.add(task.cancelled());
    assertThat(log).containsExactly(true, false, true);
  }

  @Test
  void aCoroutineMayRefuseToBeCancelled() {
    Task task = task(script().attempt(script().sleep(LONG)).await(say("no")).returns(7));
    host.at(5, () -> loop.callSoonThreadsafe(Callback.of(task::cancel)));
    host.runUntilIdle();
    assertThat(log).containsExactly("no");
    assertThat(task.result()).isEqualTo(7);
    assertThat(task.cancelled()).isFalse();
    assertThat(task.cancelling()).as("requests, which nobody took back").isEqualTo(1);
  }

  @Test
  void nobodyOvertakesInTheQueueOfALock() {
    LoopLock lock = new LoopLock(loop);
    List<Coroutine> all = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      Script twice = script();
      for (int i = 0; i < 2; i++) {
        Script held = say(name + i).pause();
        twice = twice.await(frame -> lock.holding(held.on(loop)));
      }
      all.add(twice.on(loop));
    }
    host.run(script().await(frame -> Gather.gather(loop, all)).on(loop));
    assertThat(log).containsExactly("a0", "b0", "c0", "a1", "b1", "c1");
  }

  @Test
  void cancellingATaskCancelsTheTaskThatItAwaits() {
    Task inner = task(script().attempt(script().sleep(LONG)).await(say("inner")).rethrow());
    Task outer = task(script().attempt(inner).await(say("outer")).rethrow());
    host.run(
        script()
            .sleep(1)
            .run(outer::cancel)
            .pause()
            .await(say("-"))
            .pause()
            .await(say("-"))
            .pause()
            .on(loop));
    assertThat(log).containsExactly("inner", "-", "outer", "-");
    assertThat(inner.cancelled()).isTrue();
    assertThat(outer.cancelled()).isTrue();
  }

  @Test
  void theEndOfARunCancelsWhatIsLeftAndWaitsForIt() { // asyncio: in no order; here the oldest first
    host.run(
        script()
            .run(() -> task(staying("a")))
            .run(() -> task(staying("b")))
            .pause()
            .await(say("main"))
            .on(loop));
    assertThat(log).containsExactly("main", "a", "b", "a2", "b2");
  }

  private Script staying(String name) {
    return script()
        .attempt(script().sleep(LONG))
        .await(say(name))
        .pause()
        .await(say(name + "2"))
        .rethrow();
  }

  @Test
  void aTaskThatAwaitsItselfIsToldSo() {
    Task[] self = new Task[1];
    self[0] = task(script().attempt(frame -> self[0]).returns(Frame::failure));
    host.runUntilIdle();
    assertThat(self[0].result()).isEqualTo(new Raised("a task cannot await itself: task 1"));
  }

  @Test
  void aTimerThatIsLongDueStillWaitsForItsTurn() {
    host.run(
        script()
            .run(() -> loop.callLater(1, saying("timer")))
            .run(() -> loop.callSoon(saying("soon")))
            .callBlocking(10)
            .pause()
            .await(say("me"))
            .sleep(10)
            .on(loop));
    assertThat(log).containsExactly("soon", "me", "timer");
  }

  @Test
  void aTaskThatReturnsRightAfterItWasCancelledIsCancelled() {
    Task task = task(script().run(() -> me().cancel()).returns(5));
    host.runUntilIdle();
    assertThat(task.cancelled()).isTrue();
  }
}
