package timeslice.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.runtime.loop.Script.script;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;

/** What awaiting and gathering come to, in time and in order (FACTS 5.4). */
class TaskProperties {
  private SoloHost host = new SoloHost();
  private EventLoop loop = host.loop();

  @BeforeTry
  void freshLoop() {
    host = new SoloHost();
    loop = host.loop();
  }

  private Outcome gather(List<Script> scripts) {
    Script main =
        script()
            .await(
                frame -> Gather.gather(loop, scripts.stream().map(each -> each.on(loop)).toList()))
            .returns(Frame::value);
    return host.run(main.on(loop));
  }

  private Outcome oneAfterTheOther(List<Script> scripts) {
    Script main = script();
    for (Script each : scripts) {
      main = main.await(each);
    }
    return host.run(main.on(loop));
  }

  @Property
  void sleepsTogetherTakeAsLongAsTheLongest(
      @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 9) Long> times) {
    gather(times.stream().map(nanos -> script().sleep(nanos)).toList());
    assertThat(host.now()).isEqualTo(times.stream().mapToLong(t -> t).max().orElse(0));
  }

  @Property
  void sleepsOneAfterTheOtherTakeTheSum(
      @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 9) Long> times) {
    oneAfterTheOther(times.stream().map(nanos -> script().sleep(nanos)).toList());
    assertThat(host.now()).isEqualTo(times.stream().mapToLong(t -> t).sum());
  }

  @Property
  void togetherTheyTakeAtLeastAllTheirCpuTimeAndAtMostTheSum(
      @ForAll @Size(min = 1, max = 6) List<@LongRange(min = 0, max = 9) Long> cpu,
      @ForAll @Size(min = 6, max = 6) List<@LongRange(min = 0, max = 9) Long> sleep) {
    List<Script> scripts = new ArrayList<>();
    long longest = 0;
    long all = 0;
    for (int i = 0; i < cpu.size(); i++) {
      scripts.add(script().compute(cpu.get(i)).sleep(sleep.get(i)));
      longest = Math.max(longest, cpu.get(i) + sleep.get(i));
      all += cpu.get(i) + sleep.get(i);
    }
    gather(scripts);
    long work = cpu.stream().mapToLong(c -> c).sum();
    assertThat(host.now()).isBetween(Math.max(work, longest), all);
  }

  @Example
  void computationsGainNothingFromBeingGathered() { // "gather is faster" is false
    List<Script> scripts = List.of(script().compute(30), script().compute(50));
    gather(scripts);
    long together = host.now();
    SoloHost other = new SoloHost();
    other.run(script().await(scripts.get(0)).await(scripts.get(1)).on(other.loop()));
    assertThat(together).isEqualTo(other.now()).isEqualTo(80);
  }

  @Property
  void resultsStandInTheOrderOfTheArguments(
      @ForAll @Size(max = 8) List<@LongRange(min = 0, max = 5) Long> times) {
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      scripts.add(script().sleep(times.get(i)).returns(i));
    }
    assertThat(gather(scripts))
        .isEqualTo(
            new Outcome.Returned(
                LongStream.range(0, times.size()).mapToObj(i -> (int) i).toList()));
  }

  @Property
  void oneCoroutineGivenTwiceRunsOnce(@ForAll @IntRange(min = 1, max = 4) int times) {
    int[] ran = {0};
    Coroutine one = script().run(() -> ran[0]++).returns("x").on(loop);
    List<Coroutine> same = Collections.nCopies(times, one);
    Script main = script().await(frame -> Gather.gather(loop, same)).returns(Frame::value);
    assertThat(host.run(main.on(loop)))
        .isEqualTo(new Outcome.Returned(Collections.nCopies(times, "x")));
    assertThat(ran[0]).isEqualTo(1);
  }

  @Example
  void aGatherThatHasFailedCannotBeCancelledAnyMore() {
    Task sibling = loop.createTask(script().sleep(10).on(loop));
    Future gathered = Gather.gather(loop, sibling, script().raises("bad").on(loop));
    host.iterate();
    host.iterate();
    assertThat(gathered.done()).isTrue();
    assertThat(gathered.cancel()).isFalse();
    host.runUntilIdle();
    assertThat(sibling.cancelled()).isFalse();
  }

  @Property
  void nobodyElseRunsWhileATaskAwaitsOnlyWhatNeedsNoWaiting(
      @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 2) Integer> kinds) {
    List<String> log = new ArrayList<>();
    Future done = loop.createFuture();
    done.setResult("result");
    Script main = script().run(() -> loop.callSoon(Callback.of(() -> log.add("other"))));
    for (int kind : kinds) {
      main =
          switch (kind) {
            case 0 -> main.await(done);
            case 1 -> main.await(script().returns("x"));
            default -> main.callBlocking(3);
          };
    }
    host.run(main.run(() -> log.add("main")).pause().on(loop));
    assertThat(log).containsExactly("main", "other");
  }

  @Property
  void aWakeUpCostsOneIterationHoweverDeepTheCoroutine(@ForAll @IntRange(max = 20) int depth) {
    int[] iterations = {0};
    LoopObserver observer =
        new LoopObserver() {
          @Override
          public void iterationBegan(int todo) {
            iterations[0]++;
          }
        };
    SoloHost watched = new SoloHost(1, 1, observer);
    Future future = watched.loop().createFuture();
    int[] woken = {0};
    Script inner = script().await(future).run(() -> woken[0] = iterations[0]);
    for (int i = 0; i < depth; i++) {
      inner = script().await(inner);
    }
    watched.loop().createTask(inner.on(watched.loop()));
    int[] set = {0};
    watched
        .loop()
        .callLater(
            5,
            Callback.of(
                () -> {
                  set[0] = iterations[0];
                  future.setResult(null);
                }));
    watched.runUntilIdle();
    assertThat(woken[0]).isEqualTo(set[0] + 1);
  }

  @Property
  void aChainOfTasksHandsAResultUpOneIterationATask(@ForAll @IntRange(max = 20) int length) {
    Task last = loop.createTask(script().sleep(1).returns("deep").on(loop));
    for (int i = 0; i < length; i++) {
      Task before = last;
      last = loop.createTask(script().await(before).returns(Frame::value).on(loop));
    }
    while (!Objects.equals(loop.livingTasks(), List.of())) {
      int living = loop.livingTasks().size();
      host.iterate();
      assertThat(living - loop.livingTasks().size()).as("ended in one iteration").isBetween(0, 1);
    }
    assertThat(last.result()).isEqualTo("deep");
  }

  @Property
  void uncancelledBeforeItIsDeliveredARequestIsForgotten(
      @ForAll @IntRange(max = 3) int cancels, @ForAll @IntRange(max = 4) int uncancels) {
    Task task = loop.createTask(script().pause().returns("lived").on(loop));
    for (int i = 0; i < cancels; i++) {
      assertThat(task.cancel()).isTrue();
    }
    for (int i = 0; i < uncancels; i++) {
      task.uncancel();
    }
    host.runUntilIdle();
    assertThat(task.cancelled()).isEqualTo(cancels > uncancels);
    assertThat(task.cancelling()).isEqualTo(Math.max(0, cancels - uncancels));
    assertThat(task.cancel()).as("once it is done").isFalse();
  }

  @Example
  void aCancelledSleepLeavesNoTimerBehindThatMatters() {
    Task task = loop.createTask(script().sleep(1_000_000).on(loop));
    host.at(5, () -> loop.callSoonThreadsafe(Callback.of(task::cancel)));
    host.runUntilIdle();
    assertThat(task.cancelled()).isTrue();
    assertThat(host.now()).isEqualTo(5);
    assertThat(loop.timerCount()).isZero();
  }

  @Property
  void theLivingTasksAreThoseThatAreNotDoneOldestFirst(
      @ForAll @Size(max = 12) List<@LongRange(max = 5) Long> times) {
    List<Task> all = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      for (int k = 0; k < i % 4; k++) {
        host.iterate(); // some end before others begin
      }
      all.add(loop.createTask(script().sleep(times.get(i)).on(loop)));
    }
    while (loop.timeout() != EventLoop.FOREVER) {
      host.iterate();
      assertThat(loop.livingTasks())
          .containsExactlyElementsOf(all.stream().filter(task -> !task.done()).toList());
    }
  }

  @Example
  void theHostIsToldCpuTimeAsPositiveAndBlockingAsNegative() {
    loop.createTask(script().compute(5).callBlocking(7).on(loop));
    loop.beginIteration();
    assertThat(loop.runNext()).isEqualTo(5);
    assertThat(loop.runNext()).isEqualTo(-7);
    assertThat(loop.runNext()).isEqualTo(Callback.DONE);
    assertThat(loop.hasNext()).isFalse();
  }

  @Example
  void aDoneCallbackThatWasRemovedIsNotTold() {
    List<String> told = new ArrayList<>();
    Future.DoneCallback removed = done -> told.add("removed");
    Future alone = loop.createFuture();
    alone.addDoneCallback(removed);
    alone.removeDoneCallback(removed);
    alone.setResult(null);
    Future among = loop.createFuture();
    among.addDoneCallback(done -> told.add("first"));
    among.addDoneCallback(removed);
    among.addDoneCallback(done -> told.add("last"));
    among.removeDoneCallback(removed);
    among.setResult(null);
    host.runUntilIdle();
    assertThat(told).containsExactly("first", "last");
  }
}
