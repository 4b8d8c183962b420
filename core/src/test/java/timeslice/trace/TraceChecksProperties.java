package timeslice.trace;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.runtime.Outcome;
import timeslice.runtime.Run;
import timeslice.trace.SmallRuns.Case;

/** A run of the machine breaks no rule. */
class TraceChecksProperties {

  @Provide
  Arbitrary<Case> cases() {
    return SmallRuns.any();
  }

  @Property
  void aRunBreaksNoRule(@ForAll("cases") Case given) {
    assertThat(TraceChecks.all(given.run().trace(), given.machine().cpus())).isEmpty();
  }

  @Property
  void oneQueueServesWhoCameFirst(@ForAll("cases") Case given) {
    assertThat(QueueChecks.firstInFirstOut(given.run().trace())).isEmpty();
  }

  @Property
  void oneQueueConservesWork(@ForAll("cases") Case given) {
    Trace trace = given.run().trace();
    assertThat(QueueChecks.workIsConserved(trace, given.machine().cpus())).isEmpty();
  }

  @Property
  void whoHasAThreadOfItsOwnIsNotLost(@ForAll("cases") Case given) {
    assertThat(LifeChecks.noTaskIsLost(given.run().trace())).isEmpty();
  }

  @Property
  void semaphoresKeepCount(@ForAll("cases") Case given) {
    assertThat(LockChecks.permits(given.run().trace(), 1, 2)).isEmpty();
  }

  @Property
  void tasksAreCreatedAndEndedInEqualNumberIfTheRunFinishes(@ForAll("cases") Case given) {
    Run run = given.run();
    if (run.outcome() instanceof Outcome.Finished) {
      assertThat(LifeChecks.count(run.trace(), 0)).isEmpty();
    } else {
      assertThat(LifeChecks.count(run.trace(), 0)).isPresent();
    }
  }
}
