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
import net.jqwik.api.constraints.Size;
import timeslice.runtime.loop.Outcome.Cancelled;
import timeslice.runtime.loop.Outcome.Raised;
import timeslice.runtime.loop.Outcome.Returned;

/** Coroutines by themselves, stepped by hand: no loop runs here. */
class StagesProperties {
  private final EventLoop loop = new SoloHost().loop();

  /** Yields a future for each number it is to add, and returns the sum. */
  private static final class Sum extends Stages {
    private final List<Future> numbers;
    private int sum;

    Sum(List<Future> numbers) {
      this.numbers = numbers;
    }

    @Override
    protected Step stage(int stage) {
      if (stage > 0) {
        sum += (Integer) Objects.requireNonNull(value());
      }
      return stage < numbers.size() ? numbers.get(stage) : new Returned(sum);
    }
  }

  @Property
  void itsVariablesSurviveEveryStop(@ForAll @Size(max = 8) List<@IntRange(max = 99) Integer> all) {
    List<Future> futures = all.stream().map(number -> loop.createFuture()).toList();
    Coroutine sum = new Sum(futures);
    Step step = sum.send(null);
    for (int i = 0; i < all.size(); i++) {
      assertThat(step).as("yielded").isSameAs(futures.get(i));
      step = sum.send(all.get(i));
    }
    assertThat(step).isEqualTo(new Returned(all.stream().mapToInt(n -> n).sum()));
  }

  @Property
  void anAwaitedCoroutineRunsInsideTheOneThatAwaitsIt(@ForAll @IntRange(max = 30) int depth) {
    Future future = loop.createFuture();
    Script script = script().await(future).returns(Frame::value);
    for (int i = 0; i < depth; i++) {
      script = script().await(script).returns(Frame::value);
    }
    Coroutine outermost = script.on(loop);
    assertThat(outermost.send(null)).as("what comes out of all of them").isSameAs(future);
    assertThat(outermost.send("value")).isEqualTo(new Returned("value"));
  }

  @Property
  void aFailureEndsEveryCoroutineUpToTheFirstThatAttempts(
      @ForAll @IntRange(max = 8) int below, @ForAll @IntRange(max = 8) int above) {
    int[] finished = {0};
    Script script = script().pause().run(() -> finished[0]++);
    for (int i = 0; i < below; i++) {
      script = script().await(script).run(() -> finished[0]++);
    }
    script = script().attempt(script).returns(Frame::failure);
    for (int i = 0; i < above; i++) {
      script = script().await(script).run(frame -> finished[0]++).returns(Frame::value);
    }
    Coroutine outermost = script.on(loop);
    assertThat(outermost.send(null)).isEqualTo(Step.Pause.PAUSE);
    assertThat(outermost.raise(Cancelled.CANCELLED)).isEqualTo(new Returned(Cancelled.CANCELLED));
    assertThat(finished[0]).isEqualTo(above);
  }

  @Example
  void aCoroutineThatHasNotBegunRunsNothingOfAFailure() {
    List<String> log = new ArrayList<>();
    Coroutine coroutine = script().run(() -> log.add("body")).on(loop);
    assertThat(coroutine.raise(new Raised("x"))).isEqualTo(new Raised("x"));
    assertThat(log).isEmpty();
  }

  @Example
  void timeIsAskedForAndTheCoroutineGoesOnAfterwards() {
    Coroutine coroutine = script().compute(5).callBlocking(7).returns("x").on(loop);
    assertThat(coroutine.send(null)).isEqualTo(new Step.Compute(5));
    assertThat(coroutine.send(null)).isEqualTo(new Step.Block(7));
    assertThat(coroutine.send(null)).isEqualTo(new Returned("x"));
  }

  @Example
  void aValueStaysUntilTheNextAwait() {
    Future future = loop.createFuture();
    Coroutine coroutine = script().await(future).compute(5).pause().returns(Frame::value).on(loop);
    coroutine.send(null);
    coroutine.send("kept");
    coroutine.send(null);
    assertThat(coroutine.send(null)).isEqualTo(new Returned("kept"));
  }

  @Example
  void aScriptCanBeRunManyTimesAndGoesOnForeverIfToldSo() {
    Script script = script().forever(script().pause().compute(1));
    for (int run = 0; run < 2; run++) {
      Coroutine coroutine = script.on(loop);
      for (int i = 0; i < 1_000; i++) {
        assertThat(coroutine.send(null)).isEqualTo(Step.Pause.PAUSE);
        assertThat(coroutine.send(null)).isEqualTo(new Step.Compute(1));
      }
    }
  }

  @Example
  void aMillionFuturesThatAreDoneCostNoStack() {
    Future done = loop.createFuture();
    done.setResult(1);
    int[] count = {0};
    Coroutine coroutine =
        new Stages() {
          @Override
          protected Step stage(int stage) {
            return ++count[0] < 1_000_000 ? done : Outcome.NOTHING;
          }
        };
    assertThat(coroutine.send(null)).isEqualTo(Outcome.NOTHING);
  }
}
