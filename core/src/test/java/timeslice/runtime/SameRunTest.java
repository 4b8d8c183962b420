package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Workload;
import timeslice.program.Workloads;
import timeslice.trace.Recording;

/**
 * The same inputs give the same run: whichever event queue, whether all is kept or only a checksum,
 * and on every machine that has ever run this test, since the checksums stand in a file.
 *
 * <p>Who changes the machine on purpose replaces the file by what the failure prints.
 */
class SameRunTest {
  private static final String FILE = "checksums.txt";
  private static final Machine MACHINE =
      Machine.cores(2).with(RoundRobin.withQuantum(1_000_000)).withSwitchCost(500);

  @Test
  void everyMappingRunsAsItDidOnOtherMachines() throws IOException {
    StringBuilder table = new StringBuilder();
    Mappings.all(RuntimeCosts.MEASURED, MACHINE.cpus())
        .forEach(
            (mapping, how) ->
                workloads()
                    .forEach(
                        (workload, what) ->
                            table.append(row(mapping, workload, checksum(how, what, MACHINE)))));
    assertThat(table.toString()).isEqualTo(recorded());
  }

  @Test
  void theKindOfEventQueueAndOfRecordingMakesNoDifference() {
    Mappings.all(RuntimeCosts.MEASURED, MACHINE.cpus())
        .forEach(
            (mapping, how) ->
                workloads()
                    .forEach(
                        (workload, what) -> {
                          long plain = checksum(how, what, MACHINE);
                          for (Machine.Queue queue : Machine.Queue.values()) {
                            assertThat(
                                    checksum(
                                        how, what, MACHINE.with(queue).with(Recording.SUMMARY)))
                                .as("%s, %s, %s", mapping, workload, queue)
                                .isEqualTo(plain);
                          }
                        }));
  }

  private static long checksum(Mapping how, Workload what, Machine machine) {
    return how.run(machine, what).recorder().checksum();
  }

  private static Map<String, Workload> workloads() {
    Map<String, Workload> workloads = new LinkedHashMap<>();
    workloads.put("mixed", Workloads.mixed(7, 3));
    workloads.put("web-server", Workloads.webServer(30, 200_000, 3, 5));
    workloads.put("images", Workloads.imageProcessing(5, 7));
    workloads.put("pipeline", Workloads.pipeline(4, 20, 9));
    workloads.put("fork-join", Workloads.forkJoin(12, 11));
    return workloads;
  }

  private static String row(String mapping, String workload, long checksum) {
    return mapping + ' ' + workload + ' ' + Long.toHexString(checksum) + '\n';
  }

  private static String recorded() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(SameRunTest.class.getResourceAsStream(FILE), FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
  }
}
