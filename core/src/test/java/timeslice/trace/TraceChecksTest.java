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
  void oneThreadHoldsTheGil() {
    Trace trace = TraceScript.start().gilTaken(0).at(3).gilTaken(1).trace();
    assertThat(GilChecks.oneHolder(trace))
        .hasValue("at 3 thread 1 takes GIL 0, which thread 0 holds");
    assertThat(GilChecks.oneHolder(TraceScript.start().gilDropped(1).trace()))
        .hasValue("at 0 thread 1 drops GIL 0, which nobody holds");
  }

  @Test
  void nobodyInterpretsWithoutTheGil() {
    TraceScript late = TraceScript.start().taskWithThread(0).run(0, 0, 2).at(5).gilTaken(0);
    Trace trace = late.at(9).stop(0, 0, StopReason.ENDED).trace();
    assertThat(GilChecks.noneWithout(trace, _ -> true))
        .hasValue("task 0 computes without a GIL from 2 to 5");
    assertThat(GilChecks.noneWithout(trace, _ -> false)).isEmpty();
  }

  @Test
  void whoDropsTheGilStopsInterpreting() {
    TraceScript early = TraceScript.start().taskWithThread(0).run(0, 0).gilTaken(0);
    Trace trace = early.at(5).gilDropped(0).at(9).stop(0, 0, StopReason.ENDED).trace();
    assertThat(GilChecks.noneWithout(trace, _ -> true))
        .hasValue("task 0 computes without a GIL from 5 to 9");
  }

  @Test
  void oneTaskHoldsALock() {
    TraceScript held = TraceScript.start().note(Kind.ACQUIRED, -1, 0, 6, 0);
    assertThat(LockChecks.mutualExclusion(held.note(Kind.ACQUIRED, -1, 1, 6, 0).trace()))
        .hasValue("at 0 task 1 takes lock 6, which task 0 holds");
    TraceScript free = TraceScript.start().note(Kind.RELEASED, -1, 1, 6, 0);
    assertThat(LockChecks.mutualExclusion(free.trace()))
        .hasValue("at 0 task 1 gives back lock 6, which nobody holds");
  }

  @Test
  void aSemaphoreGivesNoPermitThatItHasNot() {
    TraceScript two = TraceScript.start();
    two.note(Kind.PERMIT_TAKEN, -1, 0, 0, 0).note(Kind.PERMIT_TAKEN, -1, 1, 0, 0);
    assertThat(LockChecks.permits(two.trace(), 2)).isEmpty();
    assertThat(LockChecks.permits(two.trace()))
        .hasValue("at 0 task 1 takes a permit of semaphore 0, which has none left");
  }

  @Test
  void messagesComeOutAsTheyWentIn() {
    TraceScript sent = TraceScript.start();
    sent.note(Kind.SENT, -1, 0, 3, 10).note(Kind.SENT, -1, 0, 3, 20);
    assertThat(PipeChecks.messages(sent.note(Kind.RECEIVED, -1, 1, 3, 20).trace()))
        .hasValue("at 0 task 1 takes 20 bytes out of pipe 3, whose oldest message has 10");
    TraceScript none = TraceScript.start().note(Kind.RECEIVED, -1, 1, 3, 20);
    assertThat(PipeChecks.messages(none.trace()))
        .hasValue("at 0 task 1 takes 20 bytes out of pipe 3, which is empty");
  }

  @Test
  void aTimerIsOnTime() {
    TraceScript sleeps = TraceScript.start().thread(0).run(0, 0).stop(0, 0, StopReason.SLEEP, 30);
    assertThat(WakeChecks.causes(sleeps.at(29).ready(0, ReadyCause.TIMER, -1).trace()))
        .hasValue("at 29 thread 0 is ready: TIMER; it was to wait until 30");
  }

  @Test
  void nobodyIsWokenWhoDoesNotWait() {
    Trace trace = TraceScript.start().thread(0).run(0, 0).ready(0, ReadyCause.WOKEN, -1).trace();
    assertThat(WakeChecks.causes(trace)).hasValue("at 0 thread 0 is ready: WOKEN; it did not wait");
  }

  @Test
  void whoWakesIsAwake() {
    TraceScript waits = TraceScript.start().thread(0).thread(1).run(0, 0);
    waits.stop(0, 0, StopReason.PARK);
    assertThat(WakeChecks.causes(waits.ready(0, ReadyCause.WOKEN, 1).trace()))
        .hasValue("at 0 thread 0 is ready: WOKEN by thread 1; thread 1 is on no CPU");
  }

  @Test
  void aLockThatNobodyFreedWakesNobody() {
    TraceScript waits = TraceScript.start().taskWithThread(0).note(Kind.RELEASED, -1, 5, 4, 0);
    waits.run(0, 0).stop(0, 0, StopReason.LOCK, 4);
    assertThat(WakeChecks.causes(waits.ready(0, ReadyCause.WOKEN, -1).trace()))
        .hasValue("at 0 thread 0 is ready: WOKEN; nothing has ended its wait for LOCK 4");
  }

  @Test
  void allRulesAreAskedAtOnce() {
    Trace trace = TraceScript.start().thread(0).trace();
    assertThat(TraceChecks.all(trace, 1))
        .hasValue("thread 0 is ready since 0 and never runs again");
  }
}
