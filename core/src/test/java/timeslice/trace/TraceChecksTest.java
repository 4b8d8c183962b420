package timeslice.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Each rule names its offence in a trace that no machine would make. */
class TraceChecksTest {

  @Test
  void timesNeverFall() {
    Trace trace = TraceScript.start().at(5).task(0).at(4).task(1).trace();
    assertThat(CpuChecks.timesNeverFall(trace)).hasValue("at 4 task 1 is created, noted after 5");
  }

  @Test
  void twoThreadsAreNotOnOneCpu() {
    Trace trace = TraceScript.start().thread(0).thread(1).run(0, 0).at(3).run(0, 1).trace();
    assertThat(CpuChecks.onePlace(trace, 1))
        .hasValue("at 3 CPU 0 is given to thread 1: UNSAID; it still runs thread 0");
  }

  @Test
  void aThreadIsNotOnTwoCpus() {
    Trace trace = TraceScript.start().thread(0).run(0, 0).at(3).run(1, 0).trace();
    assertThat(CpuChecks.onePlace(trace, 2))
        .hasValue("at 3 CPU 1 is given to thread 0: UNSAID; the thread is still on CPU 0");
  }

  @Test
  void aCpuThatIsNotThereRunsNobody() {
    Trace trace = TraceScript.start().thread(0).run(2, 0).trace();
    assertThat(CpuChecks.onePlace(trace, 2))
        .hasValue("at 0 CPU 2 is given to thread 0: UNSAID; there are CPUs 0 to 1");
  }

  @Test
  void whoLeavesACpuWasThere() {
    Trace trace = TraceScript.start().thread(0).run(0, 0).stop(1, 0, StopReason.YIELDED).trace();
    assertThat(CpuChecks.onePlace(trace, 2))
        .hasValue("at 0 thread 0 leaves CPU 1: YIELDED; it was not there");
  }

  @Test
  void aTaskIsNotOnTwoThreads() {
    Trace trace = TraceScript.start().task(7).mount(7, 0).at(2).mount(7, 1).trace();
    assertThat(CpuChecks.oneCarrier(trace))
        .hasValue("at 2 task 7 is mounted on thread 1; thread 0 still carries it");
  }

  @Test
  void aThreadDoesNotCarryTwoTasks() {
    Trace trace = TraceScript.start().task(7).task(8).mount(7, 0).mount(8, 0).trace();
    assertThat(CpuChecks.oneCarrier(trace))
        .hasValue("at 0 task 8 is mounted on thread 0; the thread still carries task 7");
  }

  @Test
  void whoIsPutDownWasCarried() {
    Trace trace = TraceScript.start().task(7).unmount(7, 0, StopReason.IO).trace();
    assertThat(CpuChecks.oneCarrier(trace))
        .hasValue("at 0 task 7 is unmounted from thread 0: IO; it was not mounted there");
  }

  @Test
  void aThreadThatWaitsDoesNotRun() {
    TraceScript waits = TraceScript.start().thread(0).run(0, 0).stop(0, 0, StopReason.LOCK, 4);
    assertThat(LifeChecks.threads(waits.at(9).run(0, 0).trace()))
        .hasValue("at 9 CPU 0 is given to thread 0: UNSAID; it was WAITING, not READY");
  }

  @Test
  void aThreadThatIsReadyIsNotMadeReadyAgain() {
    Trace trace = TraceScript.start().thread(0).ready(0, ReadyCause.WOKEN, -1).trace();
    assertThat(LifeChecks.threads(trace))
        .hasValue("at 0 thread 0 is ready: WOKEN; it was READY, not WAITING");
  }

  @Test
  void aThreadThatIsDoneStaysDone() {
    TraceScript done = TraceScript.start().thread(0).run(0, 0).stop(0, 0, StopReason.ENDED);
    assertThat(LifeChecks.threads(done.ready(0, ReadyCause.WOKEN, -1).trace()))
        .hasValue("at 0 thread 0 is ready: WOKEN; it was ENDED, not WAITING");
  }

  @Test
  void aTaskEndsOnce() {
    Trace trace = TraceScript.start().task(3).ended(3).at(4).ended(3).trace();
    assertThat(LifeChecks.tasks(trace)).hasValue("at 4 task 3 ends; it was ENDED");
  }

  @Test
  void nothingHappensToATaskBeforeItIsThere() {
    Trace trace = TraceScript.start().mount(3, 0).trace();
    assertThat(LifeChecks.tasks(trace))
        .hasValue("at 0 task 3 is mounted on thread 0; it was ABSENT");
  }

  @Test
  void aReadyThreadIsNotForgotten() {
    Trace trace = TraceScript.start().at(6).thread(0).at(50).task(1).ended(1).trace();
    assertThat(LifeChecks.noThreadIsLost(trace))
        .hasValue("thread 0 is ready since 6 and never runs again");
  }

  @Test
  void aThreadDoesNotStayOnItsCpu() {
    Trace trace = TraceScript.start().thread(0).run(1, 0).trace();
    assertThat(LifeChecks.noThreadIsLost(trace)).hasValue("thread 0 never leaves CPU 1");
  }

  @Test
  void aReadyTaskIsNotForgotten() {
    Trace trace = TraceScript.start().task(2).trace();
    assertThat(LifeChecks.noTaskIsLost(trace)).hasValue("task 2 is ready and never runs again");
  }

  @Test
  void nobodyHasNoWorkWhileATaskIsReady() {
    TraceScript idle = TraceScript.start().task(2).thread(0).run(0, 0);
    assertThat(LifeChecks.noThreadIdlesForNothing(idle.trace())).isEmpty();
    assertThat(LifeChecks.noThreadIdlesForNothing(idle.stop(0, 0, StopReason.NO_WORK).trace()))
        .hasValue("task 2 is ready and never runs again, but thread 0 has no work");
  }

  @Test
  void whoWaitsForEverIsNotLost() {
    TraceScript waits = TraceScript.start().taskWithThread(0).run(0, 0);
    Trace trace = waits.stop(0, 0, StopReason.LOCK, 1).trace();
    assertThat(LifeChecks.noThreadIsLost(trace)).isEmpty();
    assertThat(LifeChecks.noTaskIsLost(trace)).isEmpty();
  }

  @Test
  void tasksAreCounted() {
    Trace trace = TraceScript.start().task(0).task(1).ended(1).trace();
    assertThat(LifeChecks.count(trace, 1)).isEmpty();
    assertThat(LifeChecks.count(trace, 0))
        .hasValue("2 tasks were created, 1 ended and 0 are alive");
  }

  @Test
  void aCpuDoesNotIdleWhileSomebodyIsReady() {
    Trace trace = TraceScript.start().thread(0).thread(1).run(1, 0).at(4).run(0, 1).trace();
    assertThat(QueueChecks.workIsConserved(trace, 1)).isEmpty();
    assertThat(QueueChecks.workIsConserved(trace, 2))
        .hasValue("from 0 to 4 thread 1 is ready while CPU 0 is idle");
  }

  @Test
  void theFirstIsServedFirst() {
    Trace trace = TraceScript.start().thread(0).thread(1).run(0, 1).trace();
    assertThat(QueueChecks.firstInFirstOut(trace))
        .hasValue("at 0 CPU 0 is given to thread 1: UNSAID; thread 0 came first");
  }

  @Test
  void whoseTurnIsOverGoesToTheEnd() {
    TraceScript turn = TraceScript.start().thread(0).run(0, 0).at(1).thread(1);
    Trace trace = turn.at(2).stop(0, 0, StopReason.QUANTUM).run(0, 0).trace();
    assertThat(QueueChecks.firstInFirstOut(trace))
        .hasValue("at 2 CPU 0 is given to thread 0: UNSAID; thread 1 came first");
  }

  @Test
  void allRulesAreAskedAtOnce() {
    Trace trace = TraceScript.start().thread(0).trace();
    assertThat(TraceChecks.all(trace, 1))
        .hasValue("thread 0 is ready since 0 and never runs again");
  }
}
