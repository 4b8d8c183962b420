package timeslice.workbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import timeslice.lab.sample.SampleProperties;

class ExitsTest {
  /** A JVM of its own, because it does end. */
  static final class Run {
    private Run() {}

    public static void main(String[] args) {
      for (Verdict verdict :
          Launch.laws(SampleProperties.Exiting.class, SampleProperties.AfterExiting.class)) {
        System.out.println(verdict.law() + " " + verdict.state() + " " + verdict.why());
      }
    }
  }

  @Test
  void anAnswerThatEndsTheJvmDoesNotEndTheRun() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                java,
                "-Dtimeslice.lang=en",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classes,
                Run.class.getName())
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    assertThat(text.lines())
        .containsExactly(
            "itGoesOn EXITED it ended the JVM with System.exit: Answers.exit",
            "theRunGoesOn PASSED ");
  }
}
