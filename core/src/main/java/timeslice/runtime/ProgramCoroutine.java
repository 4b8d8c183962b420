package timeslice.runtime;

import org.jspecify.annotations.Nullable;
import timeslice.runtime.loop.BlockingCall;
import timeslice.runtime.loop.Coroutine;
import timeslice.runtime.loop.Outcome;
import timeslice.runtime.loop.Step;
import timeslice.trace.StopReason;

/** A program as a coroutine: what it needs becomes what it answers to its event loop. */
final class ProgramCoroutine implements Coroutine {
  private final LoopSession session;
  private final LoopThread thread;
  private final int task;

  ProgramCoroutine(LoopSession session, LoopThread thread, int task) {
    this.session = session;
    this.thread = thread;
    this.task = task;
  }

  @Override
  public Step send(@Nullable Object value) {
    thread.mount(task);
    Need need = session.interpreter.next(task);
    long amount = session.interpreter.amount();
    return switch (need) {
      case COMPUTE, NATIVE, NATIVE_RELEASING -> new Step.Compute(amount);
      case FILE, BLOCKING_CALL -> block(need, amount);
      case SOCKET -> putDown(StopReason.IO, thread.socket(task, amount));
      case FILE_COMPENSATED ->
          putDown(StopReason.IO, thread.loop().runInPool(BlockingCall.waiting(amount)));
      case SLEEP -> putDown(StopReason.SLEEP, thread.loop().sleepStep(amount));
      case TURN -> putDown(StopReason.YIELDED, Step.Pause.PAUSE);
      case OTHERS ->
          putDown(
              session.interpreter.why(task), session.awaits(task, thread.loop().createFuture()));
      case NOTHING -> putDown(StopReason.ENDED, Outcome.NOTHING);
    };
  }

  /** The call blocks the loop's thread, and with it everybody on the loop. */
  private Step block(Need need, long ns) {
    if (need.capture() != null) {
      session.noteCaptured(task, thread.thread(), need.capture());
    }
    return new Step.Block(ns);
  }

  private Step putDown(StopReason why, Step answer) {
    thread.willPutDownFor(why);
    return answer;
  }

  /** Programs catch nothing: an error ends them. */
  @Override
  public Step raise(Outcome.Failure failure) {
    return failure;
  }
}
