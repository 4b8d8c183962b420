package timeslice.explore.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static timeslice.explore.program.Register.R0;

import net.jqwik.api.Example;
import timeslice.explore.Interleavings;
import timeslice.explore.Reached;

class ClassicProgramsTest {

  @Example
  void aMutexOrAnAtomicAddLosesNothing() {
    for (int[] size : new int[][] {{2, 1}, {2, 5}, {3, 3}}) {
      int all = size[0] * size[1];
      ConcurrentProgram locked = ClassicPrograms.lockedCounter(size[0], size[1]);
      assertThat(right(locked).outcomes()).containsExactly(all);
      assertThat(right(ClassicPrograms.atomicCounter(size[0], size[1])).outcomes())
          .containsExactly(all);
    }
  }

  @Example
  void checkThenActTakesWhatIsNotThere() {
    assertThat(reach(ClassicPrograms.checkThenAct(2, 1)).outcomes()).containsExactly(-1, 0);
    assertThat(reach(ClassicPrograms.checkThenAct(3, 1)).outcomes()).containsExactly(-2, -1, 0);
  }

  @Example
  void petersonsAlgorithmLetsOneInAndItsSwappedLineTwo() {
    right(ClassicPrograms.peterson());
    assertThat(reach(ClassicPrograms.petersonSwapped()).violation())
        .hasValueSatisfying(
            witness ->
                assertThat(witness.what()).isEqualTo("two threads are in the critical section"));
  }

  @Example
  void locksInOppositeOrderDeadlockAfterTwoSteps() {
    assertThat(reach(ClassicPrograms.twoLocks(true)).deadlock())
        .hasValueSatisfying(
            witness -> {
              assertThat(witness.schedule()).containsExactly(0, 1);
              assertThat(witness.what())
                  .isEqualTo("deadlock: thread 0 waits for B, thread 1 waits for A");
            });
    right(ClassicPrograms.twoLocks(false));
  }

  @Example
  void whoFoundTheBufferEmptyHasToTestAgain() {
    assertThat(reach(ClassicPrograms.boundedBuffer(1, 2, 2, 1, false)).violation())
        .hasValueSatisfying(
            witness -> assertThat(witness.what()).isEqualTo("takes from an empty buffer"));
    right(ClassicPrograms.boundedBuffer(1, 2, 2, 1, true));
    right(ClassicPrograms.boundedBuffer(2, 1, 2, 1, true));
    right(ClassicPrograms.boundedBuffer(1, 3, 1, 3, true));
  }

  @Example
  void withOneProducerAndOneConsumerOnlySpuriousWakeUpsShowIt() {
    ProgramModel once = new ProgramModel(ClassicPrograms.boundedBuffer(1, 2, 1, 2, false));
    assertThat(reach(once).violation()).isEmpty();
    assertThat(reach(once.withSpuriousWakeUps(1)).violation()).isPresent();
    ProgramModel again = new ProgramModel(ClassicPrograms.boundedBuffer(1, 2, 1, 2, true));
    Reached<Integer> reached = reach(again.withSpuriousWakeUps(3));
    assertThat(reached.violation()).isEmpty();
    assertThat(reached.deadlock()).isEmpty();
  }

  @Example
  void thereAreAsManySpuriousWakeUpsAsSaid() {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    Mutex m = program.mutex("m");
    Condition c = program.condition("c");
    program.thread().lock(m).wait(c, m).store(x, 1).futexWait(x, 1).unlock(m);
    ProgramModel model = new ProgramModel(program.build());
    assertThat(reach(model).deadlock().orElseThrow().schedule()).hasSize(2);
    assertThat(reach(model.withSpuriousWakeUps(1)).deadlock().orElseThrow().what())
        .isEqualTo("deadlock: thread 0 sleeps on x");
    assertThat(reach(model.withSpuriousWakeUps(2)).deadlock()).isEmpty();
    assertThat(reach(model.withSpuriousWakeUps(2)).outcomes()).containsExactly(1);
  }

  @Example
  void aNotificationBetweenTestAndWaitIsLost() {
    assertThat(reach(ClassicPrograms.wakeUp(false)).deadlock())
        .hasValueSatisfying(
            witness -> assertThat(witness.what()).isEqualTo("deadlock: thread 0 waits on c"));
    right(ClassicPrograms.wakeUp(true));
  }

  @Example
  void aMutexMadeOfAFutexLosesNothingAndNobodySleepsForEver() {
    assertThat(right(ClassicPrograms.futexCounter(2, 3)).outcomes()).containsExactly(6);
    assertThat(right(ClassicPrograms.futexCounter(3, 1)).outcomes()).containsExactly(3);
    ProgramModel disturbed = new ProgramModel(ClassicPrograms.futexCounter(2, 2));
    assertThat(reach(disturbed.withSpuriousWakeUps(2)).outcomes()).containsExactly(4);
  }

  @Example
  void aBinarySemaphoreIsAMutexAndOneOfTwoPermitsIsNot() {
    assertThat(reach(semaphoreCounter(1)).outcomes()).containsExactly(4);
    assertThat(reach(semaphoreCounter(2)).outcomes()).containsExactly(2, 3, 4);
  }

  private static ConcurrentProgram semaphoreCounter(int permits) {
    var program = new ConcurrentProgram.Builder();
    Variable x = program.variable("x", 0);
    Semaphore s = program.semaphore("s", permits);
    for (int i = 0; i < 2; i++) {
      program
          .thread()
          .repeat(2, code -> code.acquire(s).load(R0, x).add(R0, 1).store(x, R0).release(s));
    }
    return program.build();
  }

  @Example
  void givingUpWhatOneDoesNotHoldIsAViolation() {
    var program = new ConcurrentProgram.Builder();
    Mutex m = program.mutex("m");
    program.thread().lock(m);
    program.thread().unlock(m);
    assertThat(reach(program.build()).violation())
        .hasValueSatisfying(
            witness -> {
              assertThat(witness.schedule()).containsExactly(1);
              assertThat(witness.what()).isEqualTo("thread 1 gives up m, which it does not hold");
            });
  }

  @Example
  void badProgramsAreRefusedInOneSentence() {
    var program = new ConcurrentProgram.Builder();
    assertThatThrownBy(program::build).hasMessage("a program needs at least 1 thread, got 0");
    assertThatThrownBy(() -> program.semaphore("s", -1))
        .hasMessage("a semaphore must have 0 permits or more at first, got -1");
    assertThatThrownBy(() -> new Register(8))
        .hasMessage("register number must be from 0 to 7, got 8");
    program.variable("x", 0);
    ThreadCode thread = program.thread().label("here").jump("there");
    assertThatThrownBy(() -> thread.label("here"))
        .hasMessage("label \"here\" stands in two places");
    assertThatThrownBy(program::build)
        .hasMessage("no label \"there\" in this thread; known labels: [here]");
    thread.label("there");
    assertThatThrownBy(() -> program.build().variable("y"))
        .hasMessage("no variable \"y\"; known variables: [x]");
    assertThatThrownBy(() -> new ProgramModel(program.build()).withSpuriousWakeUps(0))
        .hasMessage("spurious wake-ups must be 1 or more, got 0");
  }

  /** Explores a program that has no violation and no deadlock. */
  private static Reached<Integer> right(ConcurrentProgram program) {
    Reached<Integer> reached = reach(program);
    assertThat(reached.violation()).isEmpty();
    assertThat(reached.deadlock()).isEmpty();
    return reached;
  }

  private static Reached<Integer> reach(ConcurrentProgram program) {
    return reach(new ProgramModel(program));
  }

  /** The first thing that a program shares is its outcome. */
  private static Reached<Integer> reach(ProgramModel model) {
    return Interleavings.of(model).reach(state -> state[0]).proved();
  }
}
