package timeslice.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeslice.runtime.loop.Script.script;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import timeslice.runtime.loop.Outcome.Raised;

/** A run from main to the closed loop; and several loops beside each other. */
class RunnerTest {
  private final SoloHost host = new SoloHost(1, 1, null);
  private final EventLoop loop = host.loop();

  @Test
  void aRunEndsAsItsMainEnds() {
    assertThat(host.run(script().sleep(3).raises("oops").on(loop))).isEqualTo(new Raised("oops"));
    assertThat(host.now()).isEqualTo(3);
  }

  @Test
  void aClosedLoopTakesNothing() {
    host.run(script().on(loop));
    assertThatThrownBy(() -> loop.callSoon(Callback.of(() -> {})))
        .hasMessage("the loop is closed: nothing can be scheduled on it");
  }

  @Test
  void aRunWaitsForAllThatItCancelledEvenIfOneOfThemFails() {
    Script slow = script().attempt(script().sleep(500)).sleep(100);
    Script fails = script().attempt(script().sleep(500)).raises("while cleaning up");
    host.run(
        script()
            .run(() -> loop.createTask(slow.on(loop)))
            .run(() -> loop.createTask(fails.on(loop)))
            .pause()
            .on(loop));
    assertThat(host.now()).isEqualTo(100);
  }

  @Test
  void aRunWaitsForTheCallsInThePool() {
    host.run(
        script()
            .run(() -> loop.runInPool(BlockingCall.waiting(100)))
            .run(() -> loop.runInPool(BlockingCall.waiting(200)))
            .on(loop));
    assertThat(host.now()).isEqualTo(300);
  }

  @Test
  void aRunWaitsFiveMinutesForThePoolAndNoLonger() {
    host.run(script().run(() -> loop.runInPool(BlockingCall.waiting(Long.MAX_VALUE / 2))).on(loop));
    assertThat(host.now()).isEqualTo(Runner.JOIN_LIMIT);
  }

  @Test
  void aRunThatCanNeverEndSaysSo() {
    Future never = loop.createFuture();
    assertThatThrownBy(() -> host.run(script().await(never).on(loop)))
        .hasMessage("the loop waits for ever: all [task 1] await what nobody completes");
  }

  @Test
  void aTaskCannotAwaitTheFutureOfAnotherLoop() {
    Future foreign = new SoloHost().loop().createFuture();
    assertThat(host.run(script().await(foreign).on(loop)))
        .isEqualTo(new Raised("task 1 cannot await future 1 of another loop"));
  }

  @Test
  void aTaskCannotBeGivenACoroutineByYieldingIt() {
    Coroutine inner = script().on(loop);
    Coroutine yields =
        new Coroutine() {
          @Override
          public Step send(@Nullable Object value) {
            return inner;
          }

          @Override
          public Step raise(Outcome.Failure failure) {
            return failure;
          }
        };
    assertThat(host.run(yields))
        .isEqualTo(
            new Raised(
                "a task cannot be given a coroutine: await it in a coroutine, or make a task"));
  }

  @Test
  void misuseIsToldInOneSentence() {
    Future future = loop.createFuture();
    future.setResult(1);
    assertThatThrownBy(() -> future.setResult(2))
        .hasMessage(
            "future 1 is done and keeps its outcome Returned[value=1], got Returned[value=2]");
    Coroutine once = script().on(loop);
    once.send(null);
    assertThatThrownBy(() -> once.send(null))
        .hasMessageStartingWith("a coroutine that has ended was stepped again");
    assertThatThrownBy(() -> new Step.Compute(-1))
        .hasMessage("a computation takes 0 ns or more, got -1");
    assertThatThrownBy(() -> new EventLoop(host, 0, null))
        .hasMessage("the clock resolution must be 1 ns or more, got 0");
    assertThatThrownBy(() -> host.at(-1, () -> {})).hasMessageContaining("got an event for -1");
    assertThatThrownBy(() -> PoolCall.defaultThreads(0))
        .hasMessage("there must be at least 1 CPU, got 0");
  }

  @Test
  void aRunCanBeWatched() {
    List<String> seen = new ArrayList<>();
    SoloHost watched =
        new SoloHost(
            1,
            1,
            new LoopObserver() {
              @Override
              public void iterationBegan(int todo) {
                seen.add("iteration of " + todo);
              }

              @Override
              public void timerDue(int handle, long late) {
                seen.add("timer " + handle + " late by " + late);
              }

              @Override
              public void handleRun(int handle) {
                seen.add("handle " + handle);
              }

              @Override
              public void taskStepped(int task) {
                seen.add("step of " + task);
              }

              @Override
              public void taskWaits(int task, boolean onTask, int number) {
                seen.add(task + " waits for " + (onTask ? "task " : "future ") + number);
              }

              @Override
              public void futureDone(int future, Outcome outcome) {
                seen.add("future " + future + " done");
              }

              @Override
              public void taskDone(int task, Outcome outcome) {
                seen.add("task " + task + " done");
              }
            });
    watched.loop().createTask(script().sleep(5).callBlocking(2).on(watched.loop()));
    watched.loop().createTask(script().compute(9).on(watched.loop()));
    watched.runUntilIdle();
    assertThat(seen)
        .containsExactly(
            "iteration of 2",
            "step of 1",
            "1 waits for future 1",
            "step of 2",
            "task 2 done",
            "timer 2 late by 4",
            "iteration of 1",
            "handle 2",
            "future 1 done",
            "iteration of 1",
            "step of 1",
            "task 1 done");
  }
}
