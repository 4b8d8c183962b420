package timeslice.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.runtime.loop.Script.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import timeslice.runtime.loop.Outcome.Cancelled;
import timeslice.runtime.loop.Outcome.ErrorGroup;
import timeslice.runtime.loop.Outcome.Raised;

/** A task group is a scope; a gather is not. */
class TaskGroupProperties {
  private SoloHost host = new SoloHost();
  private EventLoop loop = host.loop();
  private List<Task> children = new ArrayList<>();

  @BeforeTry
  void freshLoop() {
    host = new SoloHost();
    loop = host.loop();
    children = new ArrayList<>();
  }

  private Coroutine group(List<Script> scripts, Script body) {
    return TaskGroup.scope(
        loop,
        group -> {
          scripts.forEach(each -> children.add(group.createTask(each.on(loop))));
          return body.on(loop);
        });
  }

  @Property
  void noTaskOutlivesItsGroup(
      @ForAll @Size(max = 6) List<@LongRange(max = 9) Long> times,
      @ForAll @IntRange(max = 6) int failing,
      @ForAll @LongRange(max = 9) long body) {
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      Script sleeps = script().sleep(times.get(i));
      // Some need a while to clean up after they were cancelled.
      Script child = script().attempt(sleeps).sleep(i % 3).rethrow();
      scripts.add(i == failing ? child.raises("error") : child);
    }
    int[] left = {-1};
    Script main =
        script()
            .attempt(frame -> group(scripts, script().sleep(body)))
            .run(() -> left[0] = (int) children.stream().filter(task -> !task.done()).count())
            .rethrow();
    Outcome outcome = host.run(main.on(loop));
    assertThat(left[0]).as("tasks that are not done when the scope is over").isZero();
    Outcome expected =
        failing < times.size() ? new Raised(new ErrorGroup(List.of("error"))) : Outcome.NOTHING;
    assertThat(outcome).isEqualTo(expected);
  }

  @Example
  void theFirstErrorCancelsTheSiblingsAndTheirErrorsCountToo() {
    Script stubborn = script().attempt(script().sleep(100)).raises("while cleaning up");
    Script main =
        script()
            .await(
                frame ->
                    group(
                        List.of(stubborn, script().sleep(5).raises("first"), script().sleep(50)),
                        script()));
    assertThat(host.run(main.on(loop)))
        .isEqualTo(new Raised(new ErrorGroup(List.of("first", "while cleaning up"))));
    assertThat(children.get(2).cancelled()).isTrue();
    assertThat(host.now()).isEqualTo(5);
  }

  @Example
  void twoErrorsAtOnceAreOneCancelAndTheErrorOfTheBodyComesLast() {
    List<Object> log = new ArrayList<>();
    Script bad = script().sleep(5).raises("child");
    Script body = script().attempt(script().sleep(100)).raises("body");
    host.run(
        script()
            .attempt(frame -> group(List.of(bad, bad), body))
            .run(frame -> log.add(String.valueOf(frame.failure())))
            .run(() -> log.add(Objects.requireNonNull(loop.currentTask()).cancelling()))
            .on(loop));
    assertThat(log).containsExactly("Raised[error=ErrorGroup[errors=[child, child, body]]]", 0);
  }

  @Example
  void aCancelFromOutsideIsStrongerThanATimeoutOfTheSameInstant() {
    Task task = loop.createTask(Timeout.timeout(loop, loop.sleep(100), 10));
    loop.callAt(10, Callback.of(task::cancel));
    host.runUntilIdle();
    assertThat(task.outcome()).isEqualTo(Cancelled.CANCELLED);
    assertThat(task.cancelling()).isEqualTo(1);
  }

  @Example
  void aCancelledChildIsNoError() {
    Script main =
        script()
            .await(
                frame ->
                    group(
                        List.of(script().sleep(100), script().sleep(7)),
                        script().sleep(1).run(() -> children.get(0).cancel())))
            .returns("fine");
    assertThat(host.run(main.on(loop))).isEqualTo(new Outcome.Returned("fine"));
    assertThat(host.now()).isEqualTo(7);
  }

  @Example
  void cancellingTheParentCancelsTheGroupAndStays() {
    Task parent =
        loop.createTask(
            script().await(frame -> group(List.of(script().sleep(100)), script())).on(loop));
    host.at(5, () -> loop.callSoonThreadsafe(Callback.of(parent::cancel)));
    host.runUntilIdle();
    assertThat(parent.outcome()).isEqualTo(Cancelled.CANCELLED);
    assertThat(children.get(0).cancelled()).isTrue();
    assertThat(parent.cancelling()).isEqualTo(1);
  }

  @Example
  void anErrorThatHidesACancellationFromOutsideLeavesItPending() {
    Script bad = script().attempt(script().sleep(100)).raises("instead of obeying");
    List<Object> log = new ArrayList<>();
    Task parent =
        loop.createTask(
            script()
                .attempt(frame -> group(List.of(bad), script()))
                .run(frame -> log.add(String.valueOf(frame.failure())))
                .run(() -> log.add("goes on until"))
                .sleep(1)
                .run(() -> log.add("never"))
                .on(loop));
    host.at(5, () -> loop.callSoonThreadsafe(Callback.of(parent::cancel)));
    host.runUntilIdle();
    assertThat(log)
        .containsExactly("Raised[error=ErrorGroup[errors=[instead of obeying]]]", "goes on until");
    assertThat(parent.cancelled()).isTrue();
    assertThat(parent.cancelling()).as("requests, as many as were made").isEqualTo(1);
  }

  @Property
  void aTimeoutEndsWhatObeysAndWaitsForWhatDoesNot(
      @ForAll @LongRange(max = 9) long limit,
      @ForAll @LongRange(max = 9) long sleep,
      @ForAll @LongRange(max = 9) long cleanUp) {
    Script body = script().attempt(script().sleep(sleep)).sleep(cleanUp).rethrow().returns("x");
    Outcome outcome =
        host.run(
            script()
                .await(frame -> Timeout.timeout(loop, body.on(loop), limit))
                .returns(Frame::value)
                .on(loop));
    if (outcome.equals(new Outcome.Returned("x"))) {
      assertThat(host.now()).isEqualTo(sleep + cleanUp).isLessThanOrEqualTo(limit);
    } else {
      assertThat(outcome).isEqualTo(new Raised(Outcome.TimedOut.TIMED_OUT));
      assertThat(sleep + cleanUp).isGreaterThanOrEqualTo(limit);
      assertThat(host.now()).isBetween(limit, limit + cleanUp);
    }
  }
}
