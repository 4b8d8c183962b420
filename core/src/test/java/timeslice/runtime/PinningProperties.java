package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.kernel.Machine;
import timeslice.program.Operation;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Capture;

/** What pins the carrier of a virtual thread, in which JDK. */
class PinningProperties {
  private static final Program SHORT = Program.start().compute(1).end();
  private static final Program WAITS_IN_MONITOR =
      Program.start().enterMonitor(0).io(100).exitMonitor(0).end();

  /** One carrier. */
  private static VirtualThreads one(int jdk) {
    return VirtualThreads.jdk(jdk).withParallelism(1);
  }

  private static CarrierTrace run(VirtualThreads threads, Program... programs) {
    return new CarrierTrace(threads.run(Machine.cores(4), Workload.of(programs)));
  }

  @Example
  void aWaitInsideSynchronizedPinsBeforeJdk24() {
    assertThat(run(one(21), WAITS_IN_MONITOR, SHORT).start(1)).isEqualTo(100);
    assertThat(run(one(23), WAITS_IN_MONITOR, SHORT).start(1)).isEqualTo(100);
    assertThat(run(one(24), WAITS_IN_MONITOR, SHORT).start(1)).isEqualTo(0);
    assertThat(run(one(25), WAITS_IN_MONITOR, SHORT).start(1)).isEqualTo(0);
  }

  @Example
  void soDoesAWaitToGetIn() {
    Program holds = Program.start().io(1).lock(0).io(100).unlock(0).end();
    Program wants = Program.start().sleep(2).enterMonitor(0).exitMonitor(0).end();
    Program late = Program.start().sleep(10).compute(1).end();
    CarrierTrace before = run(one(21), holds, wants, late);
    assertThat(before.captures)
        .extracting(CarrierTrace.Captured::why)
        .containsExactly(Capture.PINNED_MONITOR);
    assertThat(before.finished).as("the only carrier is pinned: nobody unlocks").isEmpty();
    assertThat(run(one(25), holds, wants, late).finished).containsExactly(2, 0, 1);
  }

  @Example
  void aLockOfTheLibraryPinsInNoJdk() {
    Program locked = Program.start().lock(0).io(100).unlock(0).end();
    assertThat(run(one(21), locked, SHORT).start(1)).isEqualTo(0);
  }

  @Example
  void aFrameOfNativeCodePinsInEveryJdk() {
    Program upcall =
        Program.start()
            .then(new Operation.EnterNative())
            .io(100)
            .then(new Operation.ExitNative())
            .io(100)
            .end();
    for (int jdk = 21; jdk <= 25; jdk++) {
      CarrierTrace seen = run(one(jdk), upcall, SHORT);
      assertThat(seen.start(1)).isEqualTo(100);
      assertThat(seen.captures)
          .containsExactly(new CarrierTrace.Captured(0, 0, Capture.PINNED_NATIVE_FRAME, 0, 100));
    }
  }

  @Example
  void aYieldWhilePinnedDoesNothing() {
    Program yields = Program.start().enterMonitor(0).yield().compute(5).exitMonitor(0).end();
    assertThat(run(one(21), yields, SHORT).start(1)).isEqualTo(5);
    assertThat(run(one(25), yields, SHORT).start(1)).isEqualTo(0);
  }

  /** Every carrier pinned by one who waits for a lock: the lock's holder finds no carrier. */
  @Example
  void beforeJdk24PinningAloneCouldHangAProgramWithoutACycleOfLocks() {
    Program holder = Program.start().lock(1).io(10).unlock(1).end();
    Program pins = Program.start().enterMonitor(0).lock(1).unlock(1).exitMonitor(0).end();
    Workload two = Workload.of(holder, pins);
    assertThat(one(21).run(Machine.cores(1), two).outcome()).isInstanceOf(Outcome.Stuck.class);
    assertThat(one(24).run(Machine.cores(1), two).outcome()).isInstanceOf(Outcome.Finished.class);
    assertThat(one(21).withParallelism(2).run(Machine.cores(1), two).outcome())
        .isInstanceOf(Outcome.Finished.class);
  }

  @Property
  void monitorsAreLocksFromJdk24On(@ForAll("workloads") Workload workload) {
    List<Program> plain =
        workload.programs().stream().map(PinningProperties::withoutMonitors).toList();
    Workload locks = new Workload(plain, workload.groups(), workload.seed(), workload.permits());
    CarrierTrace monitors = new CarrierTrace(one(24).run(Machine.cores(2), workload));
    CarrierTrace library = new CarrierTrace(one(24).run(Machine.cores(2), locks));
    assertThat(monitors.captures).hasSameSizeAs(library.captures);
    assertThat(monitors.captures)
        .extracting(CarrierTrace.Captured::why)
        .doesNotContain(Capture.PINNED_MONITOR);
    assertThat(monitors.finished).hasSameElementsAs(library.finished);
  }

  static Program withoutMonitors(Program program) {
    return new Program(
        program.operations().stream()
            .map(
                operation ->
                    switch (operation) {
                      case Operation.EnterMonitor enter -> new Operation.Lock(enter.lock());
                      case Operation.ExitMonitor exit -> new Operation.Unlock(exit.lock());
                      case Operation.Spawn spawn ->
                          new Operation.Spawn(withoutMonitors(spawn.child()));
                      default -> operation;
                    })
            .toList());
  }

  @Provide
  Arbitrary<Workload> workloads() {
    return Workloads.meeting();
  }
}
