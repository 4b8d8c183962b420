package timeslice.lab.threads.ch2;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** A number of CPUs and a list of calls; each call is made on the reader's kernel and on ours. */
record Calls(int cpus, List<Call> calls) {

  /** What is called. */
  enum What {
    START,
    TIME_SLICE_OVER,
    SLEEP,
    WAKE,
    EXIT
  }

  /** One call; the CPU is taken modulo the number of CPUs, and the call left out if it is idle. */
  record Call(What what, int cpu, int channel) {}

  /** Both kernels after some of the calls. */
  record Both(SleepAndWake readers, PlainKernel plain, List<String> story) {

    /** Makes one call; false if it makes no sense now. */
    boolean make(Call call, int cpus) {
      int cpu = call.cpu() % cpus;
      boolean needsThread = call.what() != What.START && call.what() != What.WAKE;
      if (needsThread && !plain.running.containsKey(cpu)) {
        return false;
      }
      switch (call.what()) {
        case START -> {
          story.add("start()");
          plain.start();
          readers.start();
        }
        case TIME_SLICE_OVER -> {
          story.add("timeSliceOver(" + cpu + ")");
          plain.timeSliceOver(cpu);
          readers.timeSliceOver(cpu);
        }
        case SLEEP -> {
          story.add("sleep(" + cpu + ", " + call.channel() + ")");
          plain.sleep(cpu, call.channel());
          readers.sleep(cpu, call.channel());
        }
        case WAKE -> {
          story.add("wake(" + call.channel() + ")");
          plain.wake(call.channel());
          readers.wake(call.channel());
        }
        case EXIT -> {
          story.add("exit(" + cpu + ")");
          plain.exit(cpu);
          readers.exit(cpu);
        }
      }
      return true;
    }
  }

  Both begin() {
    return new Both(new SleepAndWake(cpus), new PlainKernel(cpus), new ArrayList<>());
  }

  /** Many sleeps and wake-ups on two channels, few ends. */
  static Arbitrary<Calls> arbitrary() {
    Arbitrary<What> what =
        Arbitraries.frequency(
            Tuple.of(5, What.START),
            Tuple.of(3, What.TIME_SLICE_OVER),
            Tuple.of(6, What.SLEEP),
            Tuple.of(4, What.WAKE),
            Tuple.of(1, What.EXIT));
    Arbitrary<Call> call =
        Combinators.combine(
                what, Arbitraries.integers().between(0, 5), Arbitraries.integers().between(7, 8))
            .as(Call::new);
    return Combinators.combine(
            Arbitraries.integers().between(1, 3), call.list().ofMinSize(1).ofMaxSize(30))
        .as(Calls::new);
  }
}
