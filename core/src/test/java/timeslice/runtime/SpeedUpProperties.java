package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import timeslice.kernel.Machine;
import timeslice.program.Operation.Code;
import timeslice.program.Program;
import timeslice.program.Workload;

/** Laws of speed-up, held against runs of the model. */
class SpeedUpProperties {

  @Property
  void threadsUnderAGilAreNeverFasterThanTheShareThatHoldsItAllows(
      @ForAll @IntRange(min = 1, max = 100) int held,
      @ForAll @IntRange(min = 1, max = 100) int released,
      @ForAll @IntRange(min = 1, max = 6) int parts,
      @ForAll @IntRange(min = 1, max = 6) int threads) {
    Program program =
        Program.start()
            .repeat(parts, part -> part.compute(held).compute(released, Code.NATIVE_RELEASING))
            .end();
    double alone = (double) threads * parts * (held + released);
    double together =
        GilThreads.cpython().run(Machine.cores(threads), Workload.many(threads, program, 1)).end();
    double serial = (double) held / (held + released);
    assertThat(alone / together)
        .isLessThanOrEqualTo(Math.min(threads, 1 / serial) * (1 + 1e-9))
        .isGreaterThanOrEqualTo(1);
  }

  // False: "with a share held, Amdahl's formula bounds n threads": while one thread holds the lock,
  // others are beyond theirs. Only the limit for many threads, 1 / share, is Amdahl's.
  @Example
  void twoThreadsUnderAGilCanBeFasterThanAmdahlsFormulaForTwo() {
    Program program =
        Program.start()
            .repeat(4, part -> part.compute(10).compute(10, Code.NATIVE_RELEASING))
            .end();
    double together =
        GilThreads.cpython().run(Machine.cores(2), Workload.many(2, program, 1)).end();
    assertThat(160 / together).isGreaterThan(SpeedUp.amdahl(0.5, 2)).isLessThanOrEqualTo(2);
  }

  // Amdahl's serial part comes in one piece, and nothing overlaps it: then the bound is met.
  @Property
  void oneSerialPartAndThenAllAtOnceIsAmdahlsLawItself(
      @ForAll @IntRange(min = 1, max = 100) int serial,
      @ForAll @IntRange(min = 1, max = 100) int share,
      @ForAll @IntRange(min = 1, max = 6) int cores) {
    Program child = Program.start().compute(share).end();
    Program.Builder parent = Program.start().compute(serial);
    for (int i = 0; i < cores; i++) {
      parent.spawn(child);
    }
    double alone = serial + (double) cores * share;
    double together =
        new OneToOne().run(Machine.cores(cores), Workload.of(parent.join().end())).end();
    assertThat(alone / together).isCloseTo(SpeedUp.amdahl(serial / alone, cores), within(1e-9));
    // The same run, seen by Gustafson: the serial share of the time that it took.
    assertThat(alone / together)
        .isCloseTo(SpeedUp.gustafson(serial / together, cores), within(1e-9));
  }

  @Property
  void withoutCoherenceTheUniversalLawIsAmdahls(
      @ForAll @DoubleRange(min = 0, max = 1) double contention,
      @ForAll @IntRange(min = 1, max = 1000) int workers) {
    assertThat(SpeedUp.universal(contention, 0, workers))
        .isCloseTo(SpeedUp.amdahl(contention, workers), within(1e-9));
  }

  @Property
  void withCoherenceThereIsABestNumberOfWorkers(
      @ForAll @DoubleRange(min = 0, max = 0.9) double contention,
      @ForAll @Scale(4) @DoubleRange(min = 0.0001, max = 0.01) double coherence) {
    int best = 1;
    for (int workers = 1; workers <= 200; workers++) {
      double here = SpeedUp.universal(contention, coherence, workers);
      best = here > SpeedUp.universal(contention, coherence, best) ? workers : best;
    }
    assertThat((double) best)
        .isCloseTo(Math.max(1, Math.sqrt((1 - contention) / coherence)), within(1.0));
  }

  @Example
  void badInputIsOneSentenceWithTheValue() {
    assertThatThrownBy(() -> SpeedUp.amdahl(1.5, 2))
        .hasMessage("serial share must be from 0 to 1, got 1.5");
    assertThatThrownBy(() -> SpeedUp.gustafson(0.5, 0))
        .hasMessage("there must be at least 1 worker, got 0");
    assertThatThrownBy(() -> SpeedUp.universal(0.5, -1, 2))
        .hasMessage("coherence must be 0 or more, got -1.0");
  }
}
