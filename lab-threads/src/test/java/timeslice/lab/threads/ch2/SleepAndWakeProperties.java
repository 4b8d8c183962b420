package timeslice.lab.threads.ch2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeSet;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.lab.threads.ch2.Calls.Both;
import timeslice.lab.threads.ch2.Calls.Call;
import timeslice.lab.threads.ch2.SleepAndWake.State;
import timeslice.workbook.Exercise;

@Exercise(
    value = "2.3",
    answers = {SleepAndWake.class},
    closed = {"timeslice.kernel"})
class SleepAndWakeProperties {

  @Example
  void aSleeperGivesItsCpuToTheNextAndComesBack() {
    SleepAndWake kernel = new SleepAndWake(1);
    int a = kernel.start();
    int b = kernel.start();
    assertThat(kernel.running(0)).as("who runs after two starts").isEqualTo(a);
    kernel.sleep(0, 7);
    assertThat(kernel.running(0)).as("who runs while a sleeps").isEqualTo(b);
    kernel.timeSliceOver(0);
    assertThat(kernel.running(0)).as("who runs: a sleeps, b is alone").isEqualTo(b);
    assertThat(kernel.wake(7)).as("how many slept on channel 7").isEqualTo(1);
    assertThat(kernel.state(a)).as("a, woken while b runs").isEqualTo(State.READY);
    kernel.exit(0);
    assertThat(kernel.running(0)).as("who runs after b's end").isEqualTo(a);
  }

  @Example
  void aWokenThreadTakesAnIdleCpuAtOnce() {
    SleepAndWake kernel = new SleepAndWake(2);
    int a = kernel.start();
    kernel.sleep(0, 7);
    assertThat(kernel.running(0)).as("CPU 0, while the only thread sleeps").isEqualTo(-1);
    kernel.wake(7);
    assertThat(kernel.running(0)).as("CPU 0, right after the wake-up").isEqualTo(a);
  }

  @Property(tries = 300)
  void noCpuIdlesWhileAThreadIsReady(@ForAll("calls") Calls calls) {
    after(
        calls,
        both -> {
          int idle = 0;
          for (int cpu = 0; cpu < calls.cpus(); cpu++) {
            idle += both.readers().running(cpu) < 0 ? 1 : 0;
          }
          int ready = count(both, State.READY);
          assertThat(Math.min(idle, ready))
              .as("idle CPUs %d, ready threads %d, after %s", idle, ready, both.story())
              .isZero();
        });
  }

  @Property(tries = 300)
  void exactlyTheRunningThreadsAreOnCpusAndEachOnOne(@ForAll("calls") Calls calls) {
    after(
        calls,
        both -> {
          TreeSet<Integer> onCpus = new TreeSet<>();
          for (int cpu = 0; cpu < calls.cpus(); cpu++) {
            int thread = both.readers().running(cpu);
            if (thread >= 0) {
              assertThat(onCpus.add(thread))
                  .as("thread %d is on one CPU only, after %s", thread, both.story())
                  .isTrue();
              assertThat(both.readers().state(thread))
                  .as("state of thread %d on CPU %d, after %s", thread, cpu, both.story())
                  .isEqualTo(State.RUNNING);
            }
          }
          assertThat(count(both, State.RUNNING))
              .as("threads that say RUNNING, after %s", both.story())
              .isEqualTo(onCpus.size());
        });
  }

  @Property(tries = 300)
  void onlyTheSleepersOfTheChannelWakeAndNothingIsRemembered(
      @ForAll("calls") Calls calls, @ForAll @IntRange(min = 7, max = 9) int channel) {
    Both both = after(calls, ignored -> {});
    int expected = both.plain().wake(channel);
    assertThat(both.readers().wake(channel))
        .as("woken by wake(%d), after %s", channel, both.story())
        .isEqualTo(expected);
    assertThat(both.readers().wake(channel))
        .as("woken by another wake(%d), after %s", channel, both.story())
        .isZero();
    int thread = both.plain().start();
    both.readers().start();
    for (int turn = 0; both.plain().running.getOrDefault(0, -1) != thread && turn < 40; turn++) {
      both.plain().timeSliceOver(0);
      both.readers().timeSliceOver(0);
    }
    both.plain().sleep(0, channel);
    both.readers().sleep(0, channel);
    sameStates(both, "after a last wake(" + channel + ") and a new sleeper there");
  }

  @Property(tries = 300)
  void everyThreadIsWhatTheRulesSay(@ForAll("calls") Calls calls) {
    after(calls, both -> sameStates(both, ""));
  }

  @Property(tries = 300)
  void threadsRunInTheOrderInWhichTheyBecameReady(@ForAll("calls") Calls calls) {
    after(
        calls,
        both -> {
          for (int cpu = 0; cpu < calls.cpus(); cpu++) {
            assertThat(both.readers().running(cpu))
                .as("thread on CPU %d, after %s", cpu, both.story())
                .isEqualTo(both.plain().running.getOrDefault(cpu, -1));
          }
        });
  }

  @Property(tries = 200)
  void nobodyStarvesWhileTimeSlicesEnd(@ForAll("calls") Calls calls) {
    Both both = after(calls, ignored -> {});
    TreeSet<Integer> waiting = new TreeSet<>();
    for (int thread = 0; thread < both.plain().threads; thread++) {
      if (both.plain().state(thread) == State.READY) {
        waiting.add(thread);
      }
    }
    int turns = waiting.size();
    for (int turn = 0; turn < turns; turn++) {
      both.readers().timeSliceOver(0);
      waiting.remove(both.readers().running(0));
    }
    assertThat(waiting)
        .as("ready, and not run within %d time slices of CPU 0, after %s", turns, both.story())
        .isEmpty();
  }

  @Example
  void anIdleCpuHasNothingToGiveAway() {
    SleepAndWake kernel = new SleepAndWake(3);
    kernel.start();
    assertThatThrownBy(() -> kernel.timeSliceOver(2))
        .as("timeSliceOver on idle CPU 2")
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2");
    assertThatThrownBy(() -> kernel.sleep(1, 7))
        .as("sleep on idle CPU 1")
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("1");
    assertThatThrownBy(() -> kernel.exit(2))
        .as("exit on idle CPU 2")
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("2");
  }

  private static Both after(Calls calls, Consumer<Both> check) {
    Both both = calls.begin();
    for (Call call : calls.calls()) {
      if (both.make(call, calls.cpus())) {
        check.accept(both);
      }
    }
    return both;
  }

  private static int count(Both both, State state) {
    int count = 0;
    for (int thread = 0; thread < both.plain().threads; thread++) {
      count += both.readers().state(thread) == state ? 1 : 0;
    }
    return count;
  }

  private static void sameStates(Both both, String more) {
    for (int thread = 0; thread < both.plain().threads; thread++) {
      assertThat(both.readers().state(thread))
          .as("state of thread %d, after %s %s", thread, both.story(), more)
          .isEqualTo(both.plain().state(thread));
    }
  }

  @Provide
  Arbitrary<Calls> calls() {
    return Calls.arbitrary();
  }
}
