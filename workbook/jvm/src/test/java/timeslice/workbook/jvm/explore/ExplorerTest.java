package timeslice.workbook.jvm.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import timeslice.workbook.jvm.answers.OneCarrier;
import timeslice.workbook.jvm.answers.PlainCounter;
import timeslice.workbook.jvm.answers.SharedCounter;
import timeslice.workbook.jvm.explore.Exploration.Failed;
import timeslice.workbook.jvm.explore.Exploration.Refused;

class ExplorerTest {

  @Test
  void codeThatSharesBehindItsBackIsRefusedAndNotRun() {
    boolean[] run = {false};
    Exploration exploration =
        Explorer.of(SharedCounter.class, PlainCounter.class).explore(scenario -> run[0] = true);
    assertThat(exploration)
        .isEqualTo(
            new Refused(
                "n is a plain field, written in PlainCounter.increment: the explorer cannot see it;"
                    + " use SharedInt"));
    assertThat(run).containsExactly(false);
    assertThatThrownBy(exploration::assertProved).hasMessageStartingWith("n is a plain field");
  }

  @Test
  void codeThatSharesInTheOpenIsRun() {
    assertThat(
            Explorer.of(SharedCounter.class)
                .explore(
                    scenario -> {
                      var counter = new SharedCounter();
                      scenario
                          .thread("A", counter::increment)
                          .thread("B", counter::increment)
                          .after(() -> assertThat(counter.value()).isEqualTo(2));
                    }))
        .isInstanceOf(Failed.class);
  }

  @Test
  void oneCarrierIsEnoughAndAnyNumberGivesTheSame() throws IOException, InterruptedException {
    assertThat(inAJvmWithCarriers(1))
        .startsWith("schedule ABBA goes wrong: an update was lost")
        .isEqualTo(inAJvmWithCarriers(2));
  }

  private static String inAJvmWithCarriers(int carriers) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    System.getProperty("java.home") + "/bin/java",
                    "-Djdk.virtualThreadScheduler.parallelism=" + carriers,
                    "-Djdk.virtualThreadScheduler.maxPoolSize=" + carriers,
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "-Dstdout.encoding=UTF-8",
                    "-cp",
                    System.getProperty("java.class.path"),
                    OneCarrier.class.getName()))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }
}
