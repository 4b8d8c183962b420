package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.runtime.Small.compute;
import static timeslice.runtime.Small.ends;
import static timeslice.runtime.Small.finished;
import static timeslice.runtime.Small.program;
import static timeslice.runtime.Small.run;
import static timeslice.runtime.Small.who;

import java.util.List;
import net.jqwik.api.Example;
import timeslice.kernel.Machine;
import timeslice.program.Operation.Acquire;
import timeslice.program.Operation.Await;
import timeslice.program.Operation.Complete;
import timeslice.program.Operation.Join;
import timeslice.program.Operation.Lock;
import timeslice.program.Operation.Notify;
import timeslice.program.Operation.NotifyAll;
import timeslice.program.Operation.Park;
import timeslice.program.Operation.Release;
import timeslice.program.Operation.Spawn;
import timeslice.program.Operation.Unlock;
import timeslice.program.Operation.Unpark;
import timeslice.program.Operation.Wait;
import timeslice.program.Operation.Yield;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.Outcome.Stuck;
import timeslice.runtime.Outcome.Waiting;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;

/** How tasks wait for one another, one small story each. */
class SynchronizersTest {

  @Example
  void aLockThatIsHandedOverCannotBeSnatched() {
    Program greedy =
        program(new Lock(0), compute(10), new Unlock(0), new Lock(0), compute(10), new Unlock(0));
    Program patient = program(compute(1), new Lock(0), compute(10), new Unlock(0));
    assertThat(who(withLocks(HandOff.TO_FIRST_WAITER, greedy, patient), Kind.ACQUIRED))
        .containsExactly(0, 1, 0);
    assertThat(who(withLocks(HandOff.COMPETE, greedy, patient), Kind.ACQUIRED))
        .as("who runs is faster than who is woken")
        .containsExactly(0, 0, 1);
  }

  private static Run withLocks(HandOff handOff, Program... programs) {
    return new OneToOne(handOff).run(Machine.cores(2), Workload.of(programs));
  }

  @Example
  void waitersForALockComeInTheOrderOfTheirArrival() {
    Program first = program(new Lock(0), compute(10), new Unlock(0));
    Program later = program(compute(3), new Lock(0), compute(1), new Unlock(0));
    Program sooner = program(compute(2), new Lock(0), compute(1), new Unlock(0));
    for (HandOff handOff : HandOff.values()) {
      Run run = new OneToOne(handOff).run(Machine.cores(3), Workload.of(first, later, sooner));
      assertThat(who(run, Kind.ACQUIRED)).as("%s", handOff).containsExactly(0, 2, 1);
    }
  }

  @Example
  void whoYieldsGoesBehindAllWhoAreReady() {
    Program yields = program(compute(2), new Yield(), compute(2));
    assertThat(ends(finished(1, yields, program(compute(5)), yields)))
        .containsExactly(11L, 7L, 13L);
  }

  @Example
  void aNotificationForNobodyIsLost() {
    Program waits = program(compute(5), new Lock(0), new Wait(3, 0), new Unlock(0));
    Run run = run(2, program(new Notify(3)), waits);
    assertThat(run.outcome())
        .isEqualTo(new Stuck(List.of(new Waiting(1, StopReason.CONDITION, 3, -1))));
    assertThat(run.outcome().sentence())
        .isEqualTo(
            "nothing can happen any more, and task 1 waits for a notification of condition 3");
  }

  @Example
  void oneNotificationWakesWhoHasWaitedLongest() {
    Program waits = program(new Lock(0), new Wait(0, 0), new Unlock(0));
    Run run = run(1, waits, waits, waits, program(new Notify(0)));
    assertThat(run.outcome())
        .isEqualTo(
            new Stuck(
                List.of(
                    new Waiting(1, StopReason.CONDITION, 0, -1),
                    new Waiting(2, StopReason.CONDITION, 0, -1))));
  }

  @Example
  void aNotificationIsGoodForOneWait() {
    Program waits = program(new Lock(0), new Wait(0, 0), new Wait(0, 0), new Unlock(0));
    Program wakes = program(compute(5), new Lock(0), new Notify(0), compute(5), new Unlock(0));
    for (HandOff handOff : HandOff.values()) {
      assertThat(withLocks(handOff, waits, wakes).outcome())
          .isEqualTo(new Stuck(List.of(new Waiting(0, StopReason.CONDITION, 0, -1))));
    }
  }

  @Example
  void allWhoAreNotifiedTakeTheirLockOneAfterTheOther() {
    Program waits = program(new Lock(0), new Wait(3, 0), compute(10), new Unlock(0));
    Program wakes = program(compute(5), new Lock(0), new NotifyAll(3), compute(5), new Unlock(0));
    Run run = finished(4, waits, waits, waits, wakes);
    assertThat(ends(run)).containsExactly(20L, 30L, 40L, 10L);
  }

  @Example
  void whoWaitsForANotificationDoesNotHoldTheLock() {
    Program waits = program(new Lock(0), new Wait(0, 0), new Unlock(0));
    Program passes = program(compute(5), new Lock(0), new Unlock(0), new Notify(0));
    assertThat(ends(finished(2, waits, passes))).containsExactly(5L, 5L);
  }

  @Example
  void noMoreTasksAreInsideThanThereArePermits() {
    Program task = program(new Acquire(0), compute(10), new Release(0));
    Workload five = Workload.many(5, task, 0).withPermits(2);
    Run run = new OneToOne().run(Machine.cores(5), five);
    assertThat(ends(run)).containsExactly(10L, 10L, 20L, 20L, 30L);
    Run one = new OneToOne().run(Machine.cores(5), Workload.many(5, task, 0));
    assertThat(ends(one)).as("a permit unless it is said").containsExactly(10L, 20L, 30L, 40L, 50L);
  }

  @Example
  void aReleasedPermitIsKeptForWhoComesLater() {
    Workload workload =
        Workload.of(program(new Release(0)), program(compute(3), new Acquire(0))).withPermits(0);
    Run run = new OneToOne().run(Machine.cores(1), workload);
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
  }

  @Example
  void aFutureIsDoneForAllAndForGood() {
    Program waits = program(new Await(0), compute(1), new Await(0));
    Program late = program(compute(20), new Await(0));
    Program makes = program(compute(10), new Complete(0));
    assertThat(ends(finished(4, waits, waits, late, makes))).containsExactly(11L, 11L, 20L, 10L);
    finished(1, program(new Complete(0), new Complete(0), new Await(0)));
  }

  @Example
  void aJoinWaitsForAllChildrenSoFar() {
    Program child = program(compute(10));
    Program slow = program(compute(30));
    Program parent =
        program(new Join(), new Spawn(child), new Spawn(slow), new Join(), new Spawn(child));
    assertThat(ends(finished(3, parent))).containsExactly(30L, 10L, 30L, 40L);
  }

  @Example
  void aChildIsNotAGrandparentsBusiness() {
    Program parent = program(new Spawn(program(compute(50))));
    Program grandparent = program(new Spawn(parent), new Join());
    assertThat(ends(finished(3, grandparent))).containsExactly(0L, 0L, 50L);
  }

  @Example
  void aPermitToParkWaitsForItsParkAndDoesNotAddUp() {
    Program unparksTwice = program(new Unpark(1), new Unpark(1));
    assertThat(ends(finished(2, unparksTwice, program(compute(5), new Park()))))
        .containsExactly(0L, 5L);
    Run run = run(2, unparksTwice, program(compute(5), new Park(), new Park()));
    assertThat(run.outcome())
        .isEqualTo(new Stuck(List.of(new Waiting(1, StopReason.PARK, -1, -1))));
  }

  @Example
  void whoIsParkedWhenUnparkedGoesOnOnce() {
    Program parks = program(new Park(), compute(5), new Park());
    Run run = run(2, program(compute(10), new Unpark(1)), parks);
    assertThat(run.outcome())
        .isEqualTo(new Stuck(List.of(new Waiting(1, StopReason.PARK, -1, -1))));
    assertThat(run.end()).isEqualTo(15);
  }
}
