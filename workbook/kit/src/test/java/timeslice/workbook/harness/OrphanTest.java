package timeslice.workbook.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing survives a harness that is killed while an answer spins. */
class OrphanTest {
  @TempDir Path folder;

  /** A harness in a JVM of its own, on an answer that never ends. */
  public static void main(String[] arguments) throws Exception {
    Lab lab = ToyLab.in(Path.of(arguments[0]));
    try (var harness = new Harness(Settings.standard().withLanes(1))) {
      var bench = harness.bench(lab, ToyLab.answers("while (true) { Thread.onSpinWait(); }"));
      System.out.println("running");
      harness.run(bench, "1");
    }
  }

  @Test
  void aWorkerEndsWithItsHarness() throws Exception {
    Process harness =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OrphanTest.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    try (var output =
        new BufferedReader(
            new InputStreamReader(harness.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo("running");
      await().atMost(Duration.ofMinutes(1)).until(() -> harness.descendants().count() > 0);
      List<ProcessHandle> workers = harness.descendants().toList();
      harness.destroyForcibly().waitFor();
      await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(() -> assertThat(workers).noneMatch(ProcessHandle::isAlive));
    } finally {
      harness.destroyForcibly();
    }
  }
}
