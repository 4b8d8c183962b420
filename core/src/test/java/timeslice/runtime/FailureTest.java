package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeslice.runtime.Small.compute;
import static timeslice.runtime.Small.ends;
import static timeslice.runtime.Small.finished;
import static timeslice.runtime.Small.program;
import static timeslice.runtime.Small.run;
import static timeslice.runtime.Small.values;
import static timeslice.runtime.Small.who;

import java.util.List;
import net.jqwik.api.Example;
import timeslice.cpu.Costs;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Limits;
import timeslice.kernel.Machine;
import timeslice.kernel.MemorySystem;
import timeslice.memory.Access;
import timeslice.program.Operation.Allocate;
import timeslice.program.Operation.Decref;
import timeslice.program.Operation.Incref;
import timeslice.program.Operation.Join;
import timeslice.program.Operation.Lock;
import timeslice.program.Operation.Send;
import timeslice.program.Operation.Spawn;
import timeslice.program.Operation.Touch;
import timeslice.program.Operation.Unlock;
import timeslice.program.Operation.Unmap;
import timeslice.program.Operation.Unpark;
import timeslice.program.Operation.Wait;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.TaskError;

/** A program's mistake ends its task, and is told in a sentence. */
class FailureTest {

  private static void fails(String sentence, Program... programs) {
    assertThat(run(2, programs).outcome().sentence()).isEqualTo(sentence);
  }

  @Example
  void eachMistakeHasItsSentence() {
    fails(
        "task 0 failed at 0 ns: it gives back lock 3, which nobody holds", program(new Unlock(3)));
    fails(
        "task 1 failed at 5 ns: it gives back lock 3, which task 0 holds",
        program(new Lock(3), compute(10), new Unlock(3)),
        program(compute(5), new Unlock(3)));
    fails(
        "task 0 failed at 0 ns: it gives back lock 3, which nobody holds", program(new Wait(0, 3)));
    fails(
        "task 0 failed at 0 ns: it takes lock 3, which it already holds: it would wait for ever",
        program(new Lock(3), new Lock(3)));
    fails("task 0 failed at 0 ns: it unparks task 9, which does not exist", program(new Unpark(9)));
    fails("task 0 failed at 0 ns: it refers to object 1, which is free", program(new Incref(1)));
    fails(
        "task 0 failed at 0 ns: it refers to object 1, which is free",
        program(new Allocate(1), new Decref(1), new Decref(1)));
    fails(
        "task 0 failed at 0 ns: it makes object 1, which already exists",
        program(new Allocate(1), new Allocate(1)));
  }

  @Example
  void theOthersGoOn() {
    Run run = run(1, program(new Unlock(3)), program(compute(10)));
    assertThat(ends(run)).containsExactly(0L, 10L);
    assertThat(values(run, Kind.TASK_ENDED))
        .containsExactly(1L + TaskError.NOT_OWNER.ordinal(), 0L);
  }

  @Example
  void whoFailsKeepsItsLocks() {
    Run run =
        run(
            1,
            program(new Lock(0), new Unlock(3), new Unlock(0)),
            program(compute(10), new Lock(0), new Unlock(0)));
    assertThat(run.outcome().sentence())
        .isEqualTo(
            "task 0 failed at 0 ns: it gives back lock 3, which nobody holds; then nothing can"
                + " happen any more, and task 1 waits for lock 0 that task 0 holds");
  }

  @Example
  void aFailedChildIsDoneToo() {
    Run run = run(2, program(new Spawn(program(compute(10), new Unlock(0))), new Join()));
    assertThat(ends(run)).containsExactly(10L, 10L);
    assertThat(run.outcome()).isInstanceOf(Outcome.Failed.class);
  }

  @Example
  void anObjectIsFreedOnceByTheLastReference() {
    Program first = program(new Allocate(0), new Incref(0), compute(10), new Decref(0));
    Program second = program(compute(5), new Decref(0));
    Run run = finished(2, first, second);
    assertThat(who(run, Kind.FREED)).containsExactly(0);
    assertThat(run.trace().end()).isEqualTo(10);
  }

  @Example
  void whoCannotStartAThreadFails() {
    Machine machine = Machine.cores(4).with(Limits.threads(2));
    Program child = program(compute(10));
    Program parent = program(new Spawn(child), new Spawn(child), new Join(), compute(5));
    Run run = new OneToOne().run(machine, Workload.of(parent));
    assertThat(run.outcome().sentence())
        .isEqualTo(
            "task 0 failed at 0 ns: the machine has no more threads or memory to start task 2");
    assertThat(ends(run)).containsExactly(0L, 10L, 0L);
    assertThat(who(run, Kind.REFUSED)).containsExactly(0);
  }

  @Example
  void whoIsDoneMakesRoomForAnotherThread() {
    Machine machine = Machine.cores(4).with(Limits.threads(2));
    Program child = program(compute(10));
    Program parent = program(new Spawn(child), new Join(), new Spawn(child), new Join());
    Run run = new OneToOne().run(machine, Workload.of(parent));
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
  }

  @Example
  void withoutMemoryForItsProcessNoTaskStarts() {
    Machine machine = Machine.cores(1).with(new Limits(9, 100, 10, 101));
    Run run = new OneToOne().run(machine, Workload.many(2, program(compute(10)), 0));
    assertThat(ends(run)).containsExactly(0L, 0L);
    assertThat(run.outcome()).isInstanceOf(Outcome.Failed.class);
  }

  @Example
  void tasksThatArriveAtALimitAreTurnedAway() {
    Machine machine = Machine.cores(1).with(Limits.threads(3));
    Run run = new OneToOne().run(machine, Workload.many(100, program(compute(10)), 0));
    assertThat(run.outcome()).isInstanceOf(Outcome.Failed.class);
    Outcome.Failed failed = (Outcome.Failed) run.outcome();
    assertThat(failed.count()).isEqualTo(97);
    assertThat(failed.others()).isEqualTo(new Outcome.Finished());
    assertThat(failed.sentence())
        .isEqualTo(
            "task 3 failed at 0 ns: the machine has no more threads or memory to start it, and 96"
                + " more failed");
    assertThat(run.end()).isEqualTo(30);
  }

  @Example
  void whoTouchesMorePagesThanThereAreFramesFails() {
    Machine machine = Machine.cores(1).withMemory(MemorySystem.tagged(Costs.FREE).withFrames(3));
    Program four = Program.start().read(0, 4096, 4).compute(10).end();
    Run run = new OneToOne().run(machine, Workload.of(four));
    assertThat(run.outcome().sentence())
        .isEqualTo("task 0 failed at 0 ns: no frame is left for page 3");
    Program gives =
        Program.start().read(0, 4096, 3).then(new Unmap(1)).read(1 << 20, 0, 1).compute(10).end();
    Run enough = new OneToOne().run(machine, Workload.of(gives));
    assertThat(enough.outcome()).isEqualTo(new Outcome.Finished());
  }

  @Example
  void aThreadIsPaidForBeforeItIsThere() {
    RuntimeCosts costs = RuntimeCosts.FREE.with(new RuntimeCosts.Creation(100, 0, 0, 0, 0, 0));
    Program child = program(compute(10));
    Program parent = program(new Spawn(child), new Spawn(child));
    Run run = new OneToOne().with(costs).run(Machine.cores(4), Workload.of(parent));
    assertThat(ends(run)).containsExactly(200L, 110L, 210L);
  }

  @Example
  void eachChangeOfACountCosts() {
    RuntimeCosts costs = RuntimeCosts.FREE.with(new RuntimeCosts.Counting(3, 0, 0, 0));
    Program counts = program(new Allocate(0), new Incref(0), new Decref(0), new Decref(0));
    Run run = new OneToOne().with(costs).run(Machine.cores(1), Workload.of(counts));
    assertThat(ends(run)).containsExactly(12L);
  }

  @Example
  void whoIsWokenIsReadyAfterALatency() {
    RuntimeCosts costs = RuntimeCosts.FREE.with(new RuntimeCosts.Moves(0, 0, 0, 7, 0));
    Program holds = program(new Lock(0), compute(10), new Unlock(0));
    Run run = new OneToOne().with(costs).run(Machine.cores(2), Workload.of(holds, holds));
    assertThat(ends(run)).containsExactly(10L, 27L);
  }

  @Example
  void numbersThatMakeNoSenseAreRefusedAtOnce() {
    assertThatThrownBy(() -> new Lock(-1))
        .hasMessage("lock number must be from 0 to 2^20 - 1, got -1");
    assertThatThrownBy(() -> new Send(0, 0)).hasMessage("a message has 1 byte or more, got 0");
    assertThatThrownBy(() -> new Unmap(1L << 36))
        .hasMessage("page number must be from 0 to 2^36 - 1, got 68719476736");
    assertThatThrownBy(() -> new Touch(1L << 47, 1L << 46, 3, Access.READ))
        .hasMessageStartingWith("the last address must be below 2^48, got 3 accesses from");
    assertThat(new Touch(1L << 47, (1L << 46) - 1, 3, Access.READ).count()).isEqualTo(3);
    assertThatThrownBy(() -> Workload.of(List.of()).withPermits(-1))
        .hasMessage("a semaphore has 0 permits or more, got -1");
  }
}
