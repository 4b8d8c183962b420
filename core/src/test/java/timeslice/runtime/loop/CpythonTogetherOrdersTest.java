package timeslice.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.runtime.loop.Script.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import timeslice.runtime.loop.Outcome.Cancelled;
import timeslice.runtime.loop.Outcome.ErrorGroup;
import timeslice.runtime.loop.Outcome.Raised;
import timeslice.runtime.loop.Outcome.TimedOut;

/**
 * Orders of things that several tasks do together. Each expectation is what a script of the same
 * shape printed on CPython 3.13.0 (and, except where it says so, on 3.11.7).
 */
class CpythonTogetherOrdersTest {
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

  @Test
  void gatherKeepsTheOrderOfItsArguments() {
    Script both =
        script()
            .await(frame -> Gather.gather(loop, after(30, "c"), after(10, "a"), after(20, "b")))
            .returns(Frame::value);
    assertThat(host.run(both.on(loop))).isEqualTo(new Outcome.Returned(List.of("c", "a", "b")));
    assertThat(log).containsExactly("a", "b", "c");
  }

  private Coroutine after(long nanos, String name) {
    return script().sleep(nanos).await(say(name)).returns(name).on(loop);
  }

  @Test
  void theSiblingsOfAFailureInAGatherGoOn() {
    Task sibling = loop.createTask(after(40, "sibling"));
    Coroutine bad = script().sleep(20).raises("bad").on(loop);
    host.run(
        script()
            .attempt(frame -> Gather.gather(loop, sibling, bad))
            .run(frame -> log.add(Objects.requireNonNull(frame.failure())))
            .run(() -> log.add(sibling.done()))
            .sleep(50)
            .run(() -> log.add(sibling.done()))
            .on(loop));
    assertThat(log).containsExactly(new Raised("bad"), false, "sibling", true);
  }

  @Test
  void aGatherOfWhatIsDoneDoesNotYield() { // since 3.12; in 3.11 "other" is first
    Future done = loop.createFuture();
    done.setResult(1);
    host.run(
        script()
            .run(() -> loop.callSoon(saying("other")))
            .await(frame -> Gather.gather(loop, done, done))
            .run(() -> log.add("gathered"))
            .pause()
            .on(loop));
    assertThat(log).containsExactly("gathered", "other");
  }

  @Test
  void aTaskGroupCancelsSiblingsAndBodyAndTakesItsOwnCancelBack() {
    Script sibling =
        script().attempt(script().sleep(LONG)).await(say("sibling cancelled")).rethrow();
    Script body = script().attempt(script().sleep(LONG)).await(say("body cancelled")).rethrow();
    host.run(
        script()
            .attempt(
                frame ->
                    TaskGroup.scope(
                        loop,
                        group -> {
                          group.createTask(sibling.on(loop));
                          group.createTask(script().raises("x").on(loop));
                          return body.on(loop);
                        }))
            .run(frame -> log.add(Objects.requireNonNull(frame.failure())))
            .run(() -> log.add(me().cancelling()))
            .pause()
            .run(() -> log.add("goes on"))
            .on(loop));
    assertThat(log)
        .containsExactly(
            "sibling cancelled",
            "body cancelled",
            new Raised(new ErrorGroup(List.of("x"))),
            0,
            "goes on");
  }

  @Test
  void waitingForNoTimeRunsNothing() {
    host.run(
        script()
            .attempt(frame -> Timeout.waitFor(loop, say("ran").on(loop), 0))
            .run(frame -> log.add(Objects.requireNonNull(frame.failure())))
            .on(loop));
    assertThat(log).containsExactly(new Raised(TimedOut.TIMED_OUT));
  }

  @Test
  void cancellingAGatherIsARequestToItsChildren() {
    List<Future> gathered = new ArrayList<>();
    host.run(
        script()
            .run(() -> gathered.add(Gather.gather(loop, refusing("a"), refusing("b"))))
            .pause()
            .run(() -> log.add(gathered.get(0).cancel()))
            .run(() -> log.add(gathered.get(0).done()))
            .attempt(frame -> gathered.get(0))
            .run(frame -> log.add(Objects.requireNonNull(frame.failure())))
            .run(() -> log.add(gathered.get(0).cancelled()))
            .on(loop));
    assertThat(log).containsExactly(true, false, "a", "b", Cancelled.CANCELLED, false);
  }

  private Coroutine refusing(String name) {
    return script().attempt(script().sleep(LONG)).await(say(name)).rethrow().on(loop);
  }

  @Test
  void aTimeoutTakesItsCancelBack() {
    host.run(
        script()
            .attempt(frame -> Timeout.timeout(loop, loop.sleep(LONG), 10))
            .run(frame -> log.add(Objects.requireNonNull(frame.failure())))
            .run(() -> log.add(me().cancelling()))
            .pause()
            .await(say("on"))
            .on(loop));
    assertThat(log).containsExactly(new Raised(TimedOut.TIMED_OUT), 0, "on");
    assertThat(host.now()).isEqualTo(10);
  }
}
