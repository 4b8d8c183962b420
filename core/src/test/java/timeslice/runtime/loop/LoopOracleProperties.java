package timeslice.runtime.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Everything a program does, and when, is what two independent oracles say. */
class LoopOracleProperties {

  @Property(tries = 3000)
  void everyProgramRunsAsOnTheNaiveLoop(@ForAll("basicPrograms") List<List<Op>> program) {
    assertThat(OnTheLoop.trace(program))
        .as("trace of %s", Op.text(program))
        .isEqualTo(NaiveLoop.trace(program));
  }

  @Property
  void aProgramRunsTheSameTwice(@ForAll("allPrograms") List<List<Op>> program) {
    assertThat(OnTheLoop.trace(program)).isEqualTo(OnTheLoop.trace(program));
  }

  /** Recorded with src/test/python/cpython_trace.py. */
  @Example
  void everyRecordedProgramRunsAsOnCpython() throws IOException {
    int programs = 0;
    try (BufferedReader recorded = open("cpython-3.13.txt")) {
      String program = recorded.readLine();
      while (program != null) {
        assertThat(String.join("; ", OnTheLoop.trace(Op.program(program))))
            .as("trace of %s", program)
            .isEqualTo(recorded.readLine());
        programs++;
        program = recorded.readLine();
      }
    }
    assertThat(programs).isGreaterThan(100);
  }

  private static BufferedReader open(String name) {
    return new BufferedReader(
        new InputStreamReader(
            Objects.requireNonNull(LoopOracleProperties.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<List<List<Op>>> basicPrograms() {
    return RandomPrograms.basic();
  }

  @Provide
  Arbitrary<List<List<Op>>> allPrograms() {
    return RandomPrograms.all();
  }
}
