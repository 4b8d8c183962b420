package timeslice.runtime.loop;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.Outcome.Raised;
import timeslice.runtime.loop.Outcome.Returned;

/**
 * An {@code async} function written down as a list of stages. Every method returns a longer script
 * and leaves this one as it is; {@link #on} makes a coroutine of it, any number of times.
 *
 * <pre>{@code
 * Script worker = Script.script().compute(2_000).sleep(5_000).returns("done");
 * Task task = loop.createTask(worker.on(loop));
 * }</pre>
 *
 * <p>What a stage computes from the state of its run it gets from its {@link Frame}. Times are
 * nanoseconds.
 */
public final class Script {
  private static final Script EMPTY = new Script();

  /** One stage: what has to happen before the next one; an {@link Outcome} ends the run. */
  public interface Stage {
    /** Runs this stage of a run. */
    Step run(Frame frame);
  }

  private final Stage[] stages;

  private Script(Stage... stages) {
    this.stages = stages;
  }

  /** A script without a stage, which returns nothing. */
  public static Script script() {
    return EMPTY;
  }

  /** A new coroutine that runs this script. */
  public Coroutine on(EventLoop loop) {
    return on(loop, 0);
  }

  /** As {@link #on(EventLoop)}, with an initial value for {@link Frame#local}. */
  public Coroutine on(EventLoop loop, long local) {
    return new Frame(stages, loop, local);
  }

  /** Then any stage; the others are all made of this. */
  public Script then(Stage stage) {
    Stage[] longer = Arrays.copyOf(stages, stages.length + 1);
    longer[stages.length] = stage;
    return new Script(longer);
  }

  /** Then does this, in no time. */
  public Script run(Runnable action) {
    return run(frame -> action.run());
  }

  /** Then does this, in no time. */
  public Script run(Consumer<Frame> action) {
    return then(
        frame -> {
          action.accept(frame);
          return Step.NEXT;
        });
  }

  /** Then spends CPU time. */
  public Script compute(long nanos) {
    Step step = new Step.Compute(nanos);
    return then(frame -> step);
  }

  /** Then makes a blocking call on the loop's own thread. */
  public Script callBlocking(long nanos) {
    Step step = new Step.Block(nanos);
    return then(frame -> step);
  }

  /** Then lets the others run once: {@code sleep(0)}. */
  public Script pause() {
    return then(frame -> Step.Pause.PAUSE);
  }

  /** Then sleeps, or pauses if the time is 0. */
  public Script sleep(long nanos) {
    return then(frame -> frame.loop().sleepStep(nanos));
  }

  /** Then sleeps for as long as the state says. */
  public Script sleep(ToLongFunction<Frame> nanos) {
    return then(frame -> frame.loop().sleepStep(nanos.applyAsLong(frame)));
  }

  /** Then awaits this one; a coroutine can be awaited once, so that this script can run once. */
  public Script await(Awaitable awaitable) {
    return then(frame -> awaitable);
  }

  /** Then awaits what this returns. */
  public Script await(Function<Frame, ? extends Awaitable> awaitable) {
    return then(awaitable::apply);
  }

  /** Then runs this script inside. */
  public Script await(Script inner) {
    return then(frame -> inner.on(frame.loop(), frame.local()));
  }

  /** Then has a thread of the pool make this call, and awaits its outcome. */
  public Script toThread(BlockingCall call) {
    return then(frame -> frame.loop().runInPool(call));
  }

  /** As {@link #await(Awaitable)}, but goes on if that fails: see {@link Frame#failure}. */
  public Script attempt(Awaitable awaitable) {
    return then(frame -> frame.attempt(awaitable));
  }

  /** As {@link #await(Function)}, but goes on if that fails: see {@link Frame#failure}. */
  public Script attempt(Function<Frame, ? extends Awaitable> awaitable) {
    return then(frame -> frame.attempt(awaitable.apply(frame)));
  }

  /** Runs this script inside, and goes on if it fails: see {@link Frame#failure}. */
  public Script attempt(Script inner) {
    return then(frame -> frame.attempt(inner.on(frame.loop(), frame.local())));
  }

  /** Then fails as the last attempt failed, if it did: with it, what came between was a finally. */
  public Script rethrow() {
    return then(frame -> frame.failure() == null ? Step.NEXT : frame.failure());
  }

  /** Then runs this script inside, so many times. */
  public Script repeat(int times, Script body) {
    Script all = this;
    for (int i = 0; i < times; i++) {
      all = all.await(body);
    }
    return all;
  }

  /** Then runs this script inside, again and again. */
  public Script forever(Script body) {
    int here = stages.length;
    return then(
        frame -> {
          frame.goTo(here);
          return body.on(frame.loop(), frame.local());
        });
  }

  /** Ends with this value. */
  public Script returns(@Nullable Object value) {
    Step step = new Returned(value);
    return then(frame -> step);
  }

  /** Ends with the value that this says. */
  public Script returns(Function<Frame, ? extends @Nullable Object> value) {
    return then(frame -> new Returned(value.apply(frame)));
  }

  /** Ends with this error. */
  public Script raises(Object error) {
    Step step = new Raised(error);
    return then(frame -> step);
  }
}
