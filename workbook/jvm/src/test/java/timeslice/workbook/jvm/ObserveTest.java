package timeslice.workbook.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ObserveTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int observe(String... arguments) {
    return new Observe(
            "timeslice.workbook.jvm.programs",
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8))
        .run(List.of(arguments));
  }

  private static List<String> lines(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void withoutANameTheProgramsAreListed() {
    assertThat(observe()).isZero();
    assertThat(lines(out))
        .containsExactly(
            "Programs to observe (mvn compile exec:exec -Dobserve=NAME):",
            "  Greeting",
            "  Stumbling");
    assertThat(observe("")).as("an empty -Dobserve").isZero();
  }

  @Test
  void anUnknownNameIsAnsweredWithTheList() {
    assertThat(observe("Gretting")).isEqualTo(2);
    assertThat(lines(err))
        .containsExactly(
            "There is no program \"Gretting\" to observe; there are:", "  Greeting", "  Stumbling");
  }

  @Test
  void aProgramGetsItsArguments() {
    assertThat(observe("Greeting", "page", "frame")).isZero();
    assertThat(System.getProperty("timeslice.greeting")).isEqualTo("hello page and frame");
  }

  @Test
  void aProgramThatStopsSaysWhyInOneLine() {
    assertThat(observe("Stumbling")).isEqualTo(1);
    assertThat(lines(err))
        .containsExactly(
            "Stumbling stopped: java.lang.IllegalStateException: this system has no valgrind");
  }
}
