package timeslice.lab.threads.ch1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import timeslice.lab.threads.ch1.ThreadLife.State;
import timeslice.workbook.Exercise;

@Exercise(
    value = "1.1",
    answers = {ThreadLife.class},
    closed = {"timeslice.kernel", "timeslice.runtime"})
class ThreadLifeProperties {
  private static final int THREAD = 7;
  private static final int CALLER = 1;

  /** What may be called on a thread, run() apart; with the only state in which it is legal. */
  enum Call {
    START(State.NEW, State.READY),
    DISPATCH(State.READY, State.RUNNING),
    STEP(State.RUNNING, State.RUNNING),
    PREEMPT(State.RUNNING, State.READY),
    BLOCK(State.RUNNING, State.WAITING),
    WAKE(State.WAITING, State.READY);

    private final State from;
    private final State to;

    Call(State from, State to) {
      this.from = from;
      this.to = to;
    }

    void on(ThreadLife thread) {
      switch (this) {
        case START -> thread.start();
        case DISPATCH -> thread.dispatch();
        case STEP -> thread.step();
        case PREEMPT -> thread.preempt();
        case BLOCK -> thread.block();
        case WAKE -> thread.wake();
      }
    }
  }

  private final List<Integer> doneBy = new ArrayList<>();

  private ThreadLife thread(int steps) {
    doneBy.clear();
    return new ThreadLife(THREAD, steps, doneBy::add);
  }

  @Example
  void aLifeFromStartToEnd() {
    ThreadLife thread = thread(2);
    assertThat(thread.state()).as("after new").isEqualTo(State.NEW);
    thread.start();
    assertThat(thread.state()).as("after start").isEqualTo(State.READY);
    thread.dispatch();
    thread.step();
    thread.block();
    assertThat(thread.state()).as("after one of two steps and block").isEqualTo(State.WAITING);
    thread.wake();
    assertThat(thread.state()).as("after wake").isEqualTo(State.READY);
    thread.dispatch();
    thread.step();
    assertThat(thread.state()).as("after the second of two steps").isEqualTo(State.TERMINATED);
  }

  @Property(tries = 300)
  void onlyLegalTransitionsForAnySequenceOfCalls(
      @ForAll @IntRange(min = 1, max = 3) int steps,
      @ForAll @Size(max = 20) List<@IntRange(max = 11) Integer> choices) {
    ThreadLife thread = thread(steps);
    State expected = State.NEW;
    List<Call> calls = new ArrayList<>();
    int done = 0;
    for (int choice : choices) {
      Call call = choose(choice, expected);
      calls.add(call);
      if (call.from == expected) {
        call.on(thread);
        done += call == Call.STEP ? 1 : 0;
        expected = call == Call.STEP && done == steps ? State.TERMINATED : call.to;
      } else {
        refuses(thread, call, calls, expected);
      }
      assertThat(thread.state()).as("%d steps, after %s", steps, calls).isEqualTo(expected);
      assertThat(thread.alive())
          .as("alive, %d steps, after %s", steps, calls)
          .isEqualTo(expected != State.NEW && expected != State.TERMINATED);
      assertThat(doneBy).as("steps, each by whom, after %s", calls).hasSize(done);
    }
  }

  /** Half of the choices are legal, so that sequences get far; the others are any call. */
  private static Call choose(int choice, State state) {
    Call[] all = Call.values();
    List<Call> legal = new ArrayList<>();
    for (Call call : all) {
      if (call.from == state) {
        legal.add(call);
      }
    }
    return choice < all.length || legal.isEmpty()
        ? all[choice % all.length]
        : legal.get(choice % legal.size());
  }

  private static void refuses(ThreadLife thread, Call call, List<Call> calls, State state) {
    assertThatThrownBy(() -> call.on(thread))
        .as("the last of %s, in state %s", calls, state)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(state.name());
  }

  @Property(tries = 50)
  void aSecondStartAlwaysThrows(@ForAll @IntRange(min = 1, max = 4) int steps) {
    ThreadLife thread = thread(steps);
    thread.start();
    refuses(thread, Call.START, List.of(Call.START, Call.START), State.READY);
    thread.dispatch();
    for (int i = 0; i < steps; i++) {
      refuses(thread, Call.START, List.of(Call.START, Call.STEP, Call.START), State.RUNNING);
      thread.step();
    }
    refuses(thread, Call.START, List.of(Call.START), State.TERMINATED);
    assertThat(thread.state()).as("after all refused starts").isEqualTo(State.TERMINATED);
  }

  @Property(tries = 50)
  void startReturnsBeforeTheFirstStep(@ForAll @IntRange(min = 1, max = 4) int steps) {
    ThreadLife thread = thread(steps);
    thread.start();
    assertThat(doneBy).as("who did steps, when start() returns").isEmpty();
    assertThat(thread.alive()).as("alive, when start() returns").isTrue();
    thread.dispatch();
    assertThat(doneBy).as("who did steps, when the thread has just got a CPU").isEmpty();
  }

  @Property(tries = 100)
  void runStartsNothing(
      @ForAll @IntRange(min = 1, max = 4) int steps, @ForAll @IntRange(max = 3) int runs) {
    ThreadLife thread = thread(steps);
    for (int i = 0; i < runs + 1; i++) {
      thread.run(CALLER);
    }
    assertThat(thread.state()).as("after run(), without start()").isEqualTo(State.NEW);
    assertThat(doneBy)
        .as("who did the steps of %d calls of run() by thread %d", runs + 1, CALLER)
        .isEqualTo(Collections.nCopies((runs + 1) * steps, CALLER));
  }

  @Property(tries = 100)
  void theThreadDoesEachStepOnceAndByItself(
      @ForAll @IntRange(min = 1, max = 5) int steps, @ForAll boolean runBetween) {
    ThreadLife thread = thread(steps);
    thread.start();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      if (runBetween) {
        thread.run(CALLER);
        expected.addAll(Collections.nCopies(steps, CALLER));
      }
      thread.dispatch();
      thread.step();
      expected.add(THREAD);
      if (i < steps - 1) {
        thread.preempt();
      }
    }
    assertThat(doneBy)
        .as("who did the steps (thread %d; %d called run: %s)", THREAD, CALLER, runBetween)
        .isEqualTo(expected);
    assertThat(thread.state()).as("after %d steps", steps).isEqualTo(State.TERMINATED);
  }

  @Example
  void aBodyWithoutStepsIsRefused() {
    assertThatThrownBy(() -> new ThreadLife(THREAD, 0, doneBy::add))
        .as("a body of 0 steps")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0");
  }
}
