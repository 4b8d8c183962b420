package timeslice.workbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeslice.lab.sample.SampleProperties;
import timeslice.workbook.run.Verdict.State;

class ConsoleTest {
  @BeforeEach
  void english() {
    System.setProperty("timeslice.lang", "en");
  }

  private static String printed(Runnable run) {
    PrintStream before = System.out;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      run.run();
      System.out.println("after the run");
    } finally {
      System.setOut(before);
    }
    return caught.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anAnswerMayPrintAPage() {
    String text = printed(() -> Launch.laws(SampleProperties.Talking.class));
    assertThat(text.lines().filter(line -> line.startsWith("looking at"))).hasSize(Console.LINES);
    assertThat(text).contains("… the rest of what your code printed was cut (");
    assertThat(text).endsWith("after the run" + System.lineSeparator());
  }

  @Test
  void anAnswerThatPrintsWithoutEndIsStopped() {
    List<Verdict> verdicts = new ArrayList<>();
    String text = printed(() -> verdicts.addAll(Launch.laws(SampleProperties.Printing.class)));
    assertThat(text).hasSizeLessThan(Console.BYTES + 500);
    assertThat(verdicts).extracting(Verdict::state).containsExactly(State.FLOODED);
    assertThat(verdicts.getFirst().why()).isEqualTo("it printed more than 16 MB and was stopped");
  }
}
