package timeslice.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import timeslice.runtime.loop.CallbackRun.Child;
import timeslice.runtime.loop.CallbackRun.Scheduled;

/** What holds for callbacks on a loop, whatever they do (FACTS 5.4), and what only seems to. */
class EventLoopProperties {

  @Property
  void everyHandleRunsOnceUnlessItWasCancelledAndThenNever(
      @ForAll("children") List<Child> children) {
    for (Scheduled each : CallbackRun.of(children, 1).all) {
      assertThat(each.begins).hasSize(each.cancelled ? 0 : 1);
    }
  }

  @Property
  void callbacksNeverOverlap(@ForAll("children") List<Child> children) {
    long free = 0;
    for (Scheduled each : CallbackRun.of(children, 1).order) {
      assertThat(each.begins.get(0)).isGreaterThanOrEqualTo(free);
      free = each.end;
    }
  }

  @Property
  void whatIsCalledSoonIsCalledInThatOrder(@ForAll("children") List<Child> children) {
    CallbackRun run = CallbackRun.of(children, 1);
    List<Scheduled> soon =
        run.all.stream().filter(each -> each.when < 0 && !each.cancelled).toList();
    assertThat(run.order.stream().filter(each -> each.when < 0)).containsExactlyElementsOf(soon);
  }

  @Property
  void anIterationTakesItsSnapshotAndNoMore(@ForAll("children") List<Child> children) {
    CallbackRun run = CallbackRun.of(children, 1);
    assertThat(run.taken).as("handles run or skipped").isEqualTo(run.todos);
  }

  @Property
  void aTimerRunsInTheFirstIterationThatBeginsLessThanTheResolutionBeforeIt(
      @ForAll("children") List<Child> children,
      @ForAll @LongRange(min = 1, max = 5) long resolution) {
    CallbackRun run = CallbackRun.of(children, resolution);
    for (Scheduled each : run.order) {
      if (each.when >= 0) {
        long began = run.iterationBegins.get(each.iteration);
        assertThat(began).isGreaterThan(each.when - resolution);
        assertThat(each.begins.get(0)).isGreaterThan(each.when - resolution);
      }
    }
  }

  @Property
  void timersRunByDeadlineWithinAnIterationAndEqualOnesInTheOrderOfScheduling(
      @ForAll("children") List<Child> children) {
    CallbackRun run = CallbackRun.of(children, 1);
    for (int i = 1; i < run.order.size(); i++) {
      Scheduled before = run.order.get(i - 1);
      Scheduled after = run.order.get(i);
      if (before.when >= 0 && after.when >= 0 && before.iteration == after.iteration) {
        assertThat(before.when).isLessThanOrEqualTo(after.when);
        if (before.when == after.when) {
          assertThat(run.all.indexOf(before)).isLessThan(run.all.indexOf(after));
        }
      }
    }
  }

  @Example
  void aTimerMayFireBeforeItsTimeIfTheClockIsCoarse() { // "never before when" is false
    SoloHost host = new SoloHost(100, 1, null);
    List<Long> fired = new ArrayList<>();
    host.loop().callAt(150, Callback.of(() -> fired.add(host.now())));
    host.at(60, () -> host.loop().callSoonThreadsafe(Callback.of(() -> {})));
    host.runUntilIdle();
    assertThat(fired)
        .as("the selector was woken at 60, and 150 is less than 100 away")
        .containsExactly(60L);
  }

  @Property
  void aCallbackThatSchedulesItselfStarvesNobody(
      @ForAll @IntRange(min = 1, max = 5) int hogs,
      @ForAll @LongRange(min = 1, max = 9) long cpu,
      @ForAll @LongRange(min = 0, max = 200) long due) {
    SoloHost host = new SoloHost();
    EventLoop loop = host.loop();
    List<Long> ran = new ArrayList<>();
    for (int i = 0; i < hogs; i++) {
      Callback hog =
          new Callback() {
            private boolean computed;

            @Override
            public long run() {
              computed = !computed;
              if (computed) {
                return cpu;
              }
              if (loop.now() < 1_000) {
                loop.callSoon(this);
              }
              return DONE;
            }
          };
      loop.callSoon(hog);
    }
    loop.callAt(due, Callback.of(() -> ran.add(host.now())));
    host.ioAt(due, Callback.of(() -> ran.add(host.now())));
    host.runUntilIdle();
    assertThat(ran).hasSize(2);
    // At worst the iteration has just begun, and then the hogs stand before us once more.
    assertThat(ran).allMatch(at -> at >= due && at <= due + 2L * hogs * cpu);
  }

  @Example
  void whatTheSelectorFoundComesAfterWhatWasReadyAndBeforeTheTimers() {
    SoloHost host = new SoloHost();
    List<String> log = new ArrayList<>();
    Callback io = Callback.of(() -> log.add("io"));
    host.loop().callAt(5, Callback.of(() -> log.add("timer")));
    host.ioAt(5, io);
    host.loop().callSoon(() -> host.now() == 0 ? 5 : Callback.DONE);
    host.iterate();
    host.loop().callSoon(Callback.of(() -> log.add("ready")));
    host.iterate();
    assertThat(log).containsExactly("ready", "io", "timer");
  }

  @Example
  void aCancelledHandleUsesUpItsTurn() {
    CallbackRun run = new CallbackRun(1);
    run.loop.callSoon(Callback.of(() -> {})).cancel();
    run.host.runUntilIdle();
    assertThat(run.todos).containsExactly(1);
  }

  @Example
  void callSoonThreadsafeWakesTheSelector() {
    SoloHost host = new SoloHost();
    List<String> log = new ArrayList<>();
    Callback callback = Callback.of(() -> log.add("called at " + host.now()));
    host.loop().callAt(1_000, Callback.of(() -> {}));
    host.at(10, () -> host.loop().callSoon(callback)); // wrong, from another thread
    host.at(20, () -> host.loop().callSoonThreadsafe(callback));
    host.runUntilIdle();
    assertThat(log).containsExactly("called at 20", "called at 20");
    log.clear();
    host.at(1_010, () -> host.loop().callSoon(callback));
    host.loop().callAt(5_000, Callback.of(() -> {}));
    host.runUntilIdle();
    assertThat(log).as("asleep with a non-empty queue").containsExactly("called at 5000");
  }

  @Example
  void theSelectorWaitsForTheFirstTimerAtMostADayAndNotAtAllIfSomethingIsReady() {
    SoloHost host = new SoloHost();
    EventLoop loop = host.loop();
    assertThat(loop.timeout()).isEqualTo(EventLoop.FOREVER);
    loop.callAt(3 * EventLoop.LONGEST_WAIT, Callback.of(() -> {}));
    assertThat(loop.timeout()).isEqualTo(EventLoop.LONGEST_WAIT);
    TimerHandle first = loop.callAt(40, Callback.of(() -> {}));
    assertThat(loop.timeout()).isEqualTo(40);
    first.cancel();
    assertThat(loop.timeout()).isEqualTo(EventLoop.LONGEST_WAIT);
    loop.stop();
    assertThat(loop.timeout()).isZero();
    assertThat(loop.takeStop()).isTrue();
    loop.callSoon(Callback.of(() -> {})).cancel();
    assertThat(loop.timeout()).as("a cancelled handle counts too").isZero();
    host.runUntilIdle();
    assertThat(host.now()).isEqualTo(3 * EventLoop.LONGEST_WAIT);
  }

  @Provide
  Arbitrary<List<Child>> children() {
    return CallbackRun.children(3);
  }
}
