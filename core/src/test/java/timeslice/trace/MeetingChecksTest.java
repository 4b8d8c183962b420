package timeslice.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules for how threads and tasks meet, each with an offence that no machine would commit. */
class MeetingChecksTest {

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
}
