package timeslice.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.runtime.loop.Script.script;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** One blocking call stops everybody; the pool is the way out, as long as it has a thread. */
class BlockingTrapProperties {

  /** When each of these conversations, all of one sleep, was answered; the first has a call. */
  private static List<Long> answers(SoloHost host, int others, long sleep, Script first) {
    EventLoop loop = host.loop();
    List<Long> answered = new ArrayList<>();
    List<Coroutine> all = new ArrayList<>();
    all.add(first.on(loop));
    for (int i = 0; i < others; i++) {
      all.add(script().sleep(sleep).run(() -> answered.add(host.now())).on(loop));
    }
    host.run(script().await(frame -> Gather.gather(loop, all)).on(loop));
    return answered;
  }

  @Property
  void aBlockingCallDelaysEveryOtherTaskUntilItReturns(
      @ForAll @IntRange(min = 1, max = 20) int others,
      @ForAll @LongRange(min = 1, max = 50) long sleep,
      @ForAll @LongRange(max = 100) long block) {
    List<Long> answered = answers(new SoloHost(), others, sleep, script().callBlocking(block));
    // They begin to sleep only when the first, who came first, lets them.
    assertThat(answered).hasSize(others).allMatch(at -> at == block + sleep);
  }

  @Property
  void toThreadDelaysNobody(
      @ForAll @IntRange(min = 1, max = 20) int others,
      @ForAll @LongRange(min = 1, max = 50) long sleep,
      @ForAll @LongRange(max = 100) long block) {
    Script first = script().toThread(BlockingCall.waiting(block));
    SoloHost host = new SoloHost();
    assertThat(answers(host, others, sleep, first)).hasSize(others).allMatch(at -> at == sleep);
    assertThat(host.now()).isEqualTo(Math.max(block, sleep));
  }

  @Property
  void moreCallsThanThreadsWaitForThreads(
      @ForAll @IntRange(min = 1, max = 5) int threads,
      @ForAll @IntRange(max = 12) int calls,
      @ForAll @LongRange(min = 1, max = 30) long nanos) {
    SoloHost host = new SoloHost(1, threads, null);
    EventLoop loop = host.loop();
    List<Coroutine> all = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      all.add(loop.toThread(BlockingCall.computing(nanos)));
    }
    host.run(script().await(frame -> Gather.gather(loop, all)).on(loop));
    assertThat(host.now()).isEqualTo((calls + threads - 1) / threads * nanos);
  }

  @Example
  void theDefaultPoolHasFourThreadsMoreThanCpusButAtMostThirtyTwo() {
    assertThat(PoolCall.defaultThreads(1)).isEqualTo(5);
    assertThat(PoolCall.defaultThreads(27)).isEqualTo(31);
    assertThat(PoolCall.defaultThreads(28)).isEqualTo(32);
    assertThat(PoolCall.defaultThreads(1024)).isEqualTo(32);
  }

  @Example
  void aCallThatRunsCannotBeCancelledButOneInTheQueueCan() {
    SoloHost host = new SoloHost(1, 1, null);
    EventLoop loop = host.loop();
    Task running = loop.createTask(loop.toThread(BlockingCall.waiting(100)));
    Task queued = loop.createTask(loop.toThread(BlockingCall.waiting(1_000)));
    Task last = loop.createTask(loop.toThread(BlockingCall.waiting(10)));
    List<Long> lastDone = new ArrayList<>();
    last.addDoneCallback(done -> lastDone.add(host.now()));
    Callback cancel =
        Callback.of(
            () -> {
              running.cancel();
              queued.cancel();
            });
    host.at(5, () -> loop.callSoonThreadsafe(cancel));
    host.runUntilIdle();
    assertThat(running.cancelled()).isTrue();
    assertThat(queued.cancelled()).isTrue();
    assertThat(lastDone).as("the thread is busy until 100 all the same").containsExactly(110L);
  }

  @Example
  void aCallHasTheOutcomeOfItsFunction() {
    SoloHost host = new SoloHost();
    Outcome failed = new Outcome.Raised("no such file");
    Coroutine call = host.loop().toThread(new BlockingCall(5, 5, () -> failed));
    assertThat(host.run(call)).isEqualTo(failed);
    assertThat(host.now()).isEqualTo(10);
  }
}
