package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Example;
import timeslice.cpu.RuntimeCosts;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.program.Workloads;
import timeslice.trace.StopReason;

/** That the workloads finish, and are what their names and texts say. */
class WorkloadsTest {
  private static final Machine ONE = Machine.cores(1);
  private static final Machine MANY = Machine.cores(64);
  private static final long MILLI = 1_000_000;

  private static List<Workload> all(long seed) {
    return List.of(
        Workloads.cpuBound(20, seed),
        Workloads.ioHeavy(20, seed),
        Workloads.mixed(20, seed),
        Workloads.webServer(200, MILLI / 2, 10, seed),
        Workloads.imageProcessing(20, seed),
        Workloads.pipeline(5, 40, seed),
        Workloads.forkJoin(20, seed));
  }

  @Example
  void allFinishOnMachinesLargeAndSmall() {
    Machine shared = Machine.cores(2).withSiblings().with(RoundRobin.withQuantum(MILLI));
    for (Machine machine : List.of(ONE, shared, MANY)) {
      for (Workload workload : all(7)) {
        Shares run = new Shares(machine, workload);
        assertThat(run.outcome).isInstanceOf(Outcome.Finished.class);
        assertThat(run.end).isGreaterThanOrEqualTo(run.cpu / machine.cpus());
      }
    }
  }

  @Example
  void aSeedSaysEverything() {
    for (int i = 0; i < all(7).size(); i++) {
      long end = new Shares(ONE, all(7).get(i)).end;
      assertThat(new Shares(ONE, all(7).get(i)).end).isEqualTo(end);
      assertThat(new Shares(ONE, all(8).get(i)).end).as("workload %d", i).isNotEqualTo(end);
    }
  }

  @Example
  void whatComputesOnlyComputes() {
    Shares one = new Shares(ONE, Workloads.cpuBound(16, 1));
    assertThat(one.cpuShare()).isEqualTo(1);
    assertThat(one.end).as("one core").isEqualTo(one.cpu);
    assertThat(new Shares(MANY, Workloads.cpuBound(16, 1)).end)
        .as("a core each")
        .isBetween(10 * MILLI, 20 * MILLI);
  }

  @Example
  void whatWaitsNeedsACpuForAboutOnePercentOfItsTime() {
    assertThat(new Shares(MANY, Workloads.ioHeavy(50, 1)).cpuShare()).isBetween(0.012, 0.015);
    long few = new Shares(ONE, Workloads.ioHeavy(1, 1)).end;
    assertThat(new Shares(ONE, Workloads.ioHeavy(40, 1)).end)
        .as("40 at a time on one core")
        .isLessThan(2 * few);
  }

  @Example
  void aMixIsHalfOfEach() {
    Shares mix = new Shares(MANY, Workloads.mixed(40, 1));
    Workload workload = Workloads.mixed(40, 1);
    long computing = workload.groups().stream().filter(group -> group.program() == 0).count();
    assertThat(computing).isEqualTo(20);
    assertThat(mix.cpuShare()).isBetween(0.15, 0.3);
  }

  @Example
  void aWebServerRunsOutOfConnectionsFirst() {
    // 0.3 ms of CPU and 2.5 ms of a connection for each; one request every 0.5 ms.
    Shares enough = new Shares(ONE, Workloads.webServer(400, MILLI / 2, 8, 1));
    Shares few = new Shares(ONE, Workloads.webServer(400, MILLI / 2, 3, 1));
    assertThat(enough.cpu / 400).isBetween(280_000L, 320_000L);
    assertThat(enough.cpuShare()).isBetween(0.08, 0.12);
    assertThat(enough.end).as("keeps up with arrivals").isBetween(200 * MILLI, 212 * MILLI);
    assertThat(enough.waited(StopReason.SEMAPHORE)).isLessThan(100 * MILLI);
    assertThat(few.waited(StopReason.SEMAPHORE)).isGreaterThan(10_000 * MILLI);
  }

  @Example
  void imagesSpendLittleTimeUnderAGil() {
    long interpreted = 0;
    long cpu = 0;
    Program image = Workloads.imageProcessing(1, 1).programs().getFirst();
    for (Operation operation : image.operations()) {
      if (operation instanceof Operation.Compute compute) {
        long mean = compute.time().min() + compute.time().max();
        cpu += mean;
        interpreted += compute.code() == Operation.Code.INTERPRETED ? mean : 0;
      }
    }
    assertThat((double) interpreted / cpu).isLessThan(0.02);
    assertThat(new Shares(MANY, Workloads.imageProcessing(40, 1)).cpuShare()).isBetween(0.8, 0.95);
  }

  @Example
  void theSlowestStageDecides() {
    Workload line = Workloads.pipeline(5, 200, 1);
    Shares run = new Shares(MANY, line);
    assertThat(run.end).as("200 items of 0.3 ms").isBetween(58 * MILLI, 64 * MILLI);
    assertThat(run.waited(StopReason.PIPE)).isGreaterThan(100 * MILLI);
    assertThatThrownBy(() -> Workloads.pipeline(1, 3, 1))
        .hasMessage("a pipeline has 2 stages or more, got 1");
  }

  @Example
  void forkAndJoinPaysForEachThread() {
    Workload work = Workloads.forkJoin(50, 1);
    assertThat(new Shares(MANY, work).end).isBetween(MILLI / 10, MILLI / 5);
    Run paid = new OneToOne().with(RuntimeCosts.TEXTBOOK).run(MANY, work);
    assertThat(paid.end()).as("50 threads of 0.1 ms").isBetween(5 * MILLI, 6 * MILLI);
  }
}
