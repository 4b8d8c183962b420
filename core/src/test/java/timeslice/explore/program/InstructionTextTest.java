package timeslice.explore.program;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.explore.program.Comparison.AT_LEAST;
import static timeslice.explore.program.Comparison.LESS;
import static timeslice.explore.program.Register.R0;
import static timeslice.explore.program.Register.R1;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import timeslice.explore.Replay;

class InstructionTextTest {
  private final ConcurrentProgram.Builder program = new ConcurrentProgram.Builder();
  private final Variable x = program.variable("x", 3);
  private final Mutex m = program.mutex("m");
  private final Semaphore s = program.semaphore("s", 2);
  private final Condition c = program.condition("c");

  @Example
  void everyStepIsInWordsWithTheNumbersItSees() {
    program
        .thread()
        .load(R0, x)
        .add(R0, -1)
        .store(x, R0)
        .set(R1, R0)
        .atomicAdd(x, 4, R0)
        .compareAndSet(x, 6, 1, R0)
        .compareAndSet(x, 6, 2, R1)
        .jumpIf(R0, AT_LEAST, 1, "on")
        .label("on")
        .require(R1, LESS, 1, "the second one was not done")
        .jump("end")
        .label("end")
        .acquire(s)
        .release(s)
        .lock(m)
        .notify(c)
        .notifyAll(c)
        .futexWait(x, 2)
        .futexWake(x)
        .checkpoint()
        .unlock(m);
    assertThat(words(Collections.nCopies(19, 0)))
        .containsExactly(
            "read x = 3",
            "r0 = 3 - 1 = 2",
            "write x = 2",
            "r1 = 2",
            "atomic: x = 2 + 4 = 6",
            "CAS x, 6 to 1: done",
            "CAS x, 6 to 2: it is 1",
            "r0 = 1: is it at least 1? yes",
            "r1 = 0: is it below 1? yes",
            "jump",
            "acquire s: 1 left",
            "release s: 2 left",
            "lock m",
            "notify c: nobody waits",
            "notify c: nobody waits",
            "no sleep: x = 1",
            "wake x: nobody waits",
            "checkpoint",
            "unlock m");
  }

  @Example
  void whoIsWokenIsInWordsToo() {
    program.thread().lock(m).wait(c, m).unlock(m);
    program.thread().lock(m).wait(c, m).unlock(m);
    program.thread().notify(c).notifyAll(c).futexWake(x);
    program.thread().futexWait(x, 3);
    assertThat(words(List.of(0, 0, 1, 1, 3, 2, 1, 2, 0, 2)))
        .containsExactly(
            "lock m",
            "wait on c, unlock m",
            "lock m",
            "wait on c, unlock m",
            "sleep on x = 3",
            "notify c: one of threads 0, 1",
            "is the one that is woken",
            "notify c: thread 0",
            "woken: lock m",
            "wake x: thread 3");
  }

  private List<String> words(List<Integer> schedule) {
    Replay replay = Replay.of(new ProgramModel(program.build()), schedule);
    return replay.steps().stream().map(Replay.Step::words).toList();
  }
}
