package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.kernel.Machine;
import timeslice.program.Operation;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Capture;
import timeslice.trace.Kind;

/** Virtual threads: what pins a carrier in which JDK, what is compensated, and who goes where. */
class VirtualThreadsProperties {
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

  private static long start(CarrierTrace seen, int task) {
    return seen.spans.stream().filter(s -> s.task() == task).findFirst().orElseThrow().start();
  }

  @Example
  void aWaitInsideSynchronizedPinsBeforeJdk24() {
    assertThat(start(run(one(21), WAITS_IN_MONITOR, SHORT), 1)).isEqualTo(100);
    assertThat(start(run(one(23), WAITS_IN_MONITOR, SHORT), 1)).isEqualTo(100);
    assertThat(start(run(one(24), WAITS_IN_MONITOR, SHORT), 1)).isEqualTo(0);
    assertThat(start(run(one(25), WAITS_IN_MONITOR, SHORT), 1)).isEqualTo(0);
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
    assertThat(start(run(one(21), locked, SHORT), 1)).isEqualTo(0);
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
      assertThat(start(seen, 1)).isEqualTo(100);
      assertThat(seen.captures)
          .containsExactly(new CarrierTrace.Captured(0, 0, Capture.PINNED_NATIVE_FRAME, 0, 100));
    }
  }

  @Example
  void aYieldWhilePinnedDoesNothing() {
    Program yields = Program.start().enterMonitor(0).yield().compute(5).exitMonitor(0).end();
    assertThat(start(run(one(21), yields, SHORT), 1)).isEqualTo(5);
    assertThat(start(run(one(25), yields, SHORT), 1)).isEqualTo(0);
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
        workload.programs().stream().map(VirtualThreadsProperties::withoutMonitors).toList();
    Workload locks = new Workload(plain, workload.groups(), workload.seed(), workload.permits());
    CarrierTrace monitors = new CarrierTrace(one(24).run(Machine.cores(2), workload));
    CarrierTrace library = new CarrierTrace(one(24).run(Machine.cores(2), locks));
    assertThat(monitors.captures).hasSameSizeAs(library.captures);
    assertThat(monitors.captures)
        .extracting(CarrierTrace.Captured::why)
        .doesNotContain(Capture.PINNED_MONITOR);
    assertThat(monitors.finished).hasSameElementsAs(library.finished);
  }

  private static Program withoutMonitors(Program program) {
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

  @Property
  void pinsAreNeverCompensatedAndBlocksNeverBeyondTheMostCarriers(
      @ForAll("workloads") Workload workload,
      @ForAll @IntRange(min = 21, max = 25) int jdk,
      @ForAll @IntRange(min = 1, max = 3) int carriers,
      @ForAll @IntRange(max = 3) int spares) {
    Run run =
        VirtualThreads.jdk(jdk)
            .withParallelism(carriers)
            .withMaxPoolSize(carriers + spares)
            .run(Machine.cores(2), workload);
    CarrierTrace seen = new CarrierTrace(run);
    long pins = seen.captures.stream().filter(c -> c.why().name().startsWith("PINNED")).count();
    long blocks = seen.captures.size() - pins;
    long joined = run.recorder().count(Kind.COMPENSATED);
    assertThat(joined).as("carriers that joined, %d pins", pins).isLessThanOrEqualTo(blocks);
    assertThat(seen.threads).isLessThanOrEqualTo(carriers + spares);
    if (blocks == 0) {
      assertThat(seen.threads).isEqualTo(carriers);
    }
  }

  @Example
  void theJdkWasToldOfFilesUntil22AndOfDnsAlways() {
    Program file = Program.start().io(100, IoKind.FILE).end();
    Program dns = Program.start().io(100, IoKind.FILE_COMPENSATED).end();
    assertThat(start(run(one(22), file, SHORT), 1)).isEqualTo(0);
    assertThat(start(run(one(23), file, SHORT), 1)).isEqualTo(100);
    assertThat(start(run(one(25), dns, SHORT), 1)).isEqualTo(0);
  }

  @Example
  void aSpareCarrierJoinsOnlyWhenFewerThanHalfCouldRun() {
    Program dns = Program.start().io(100, IoKind.FILE_COMPENSATED).end();
    Program busy = Program.start().compute(50).end();
    VirtualThreads four = VirtualThreads.jdk(25);
    assertThat(run(four, dns, dns, busy, busy, SHORT).threads).isEqualTo(4);
    assertThat(run(four, dns, dns, dns, busy, SHORT).threads).isEqualTo(5);
  }

  @Example
  void objectWaitKeptItsCarrierBeforeJdk24ButThePoolWasTold() {
    Program waits =
        Program.start().enterMonitor(0).then(new Operation.Wait(0, 0)).exitMonitor(0).end();
    Program notifies =
        Program.start()
            .compute(10)
            .enterMonitor(0)
            .then(new Operation.Notify(0))
            .exitMonitor(0)
            .end();
    CarrierTrace before = run(one(21), waits, notifies);
    assertThat(before.finished).containsExactly(1, 0);
    assertThat(before.threads).isEqualTo(2);
    CarrierTrace since = run(one(24), waits, notifies);
    assertThat(since.finished).containsExactly(1, 0);
    assertThat(since.threads).isEqualTo(1);
    assertThat(since.captures).isEmpty();
  }

  @Example
  void whoIsUnparkedByACarrierGoesBeforeWhoHasWaitedOutsideForLonger() {
    Program parks = Program.start().then(new Operation.Park()).compute(1).end();
    Program unparks = Program.start().then(new Operation.Unpark(0)).compute(1).end();
    assertThat(run(one(25), parks, unparks, SHORT).finished).containsExactly(1, 0, 2);
    Run shared = ManyToMany.carriers(1).run(Machine.cores(1), Workload.of(parks, unparks, SHORT));
    assertThat(new CarrierTrace(shared).finished).containsExactly(1, 2, 0);
  }

  @Example
  void whoGetsAMonitorGoesOutsideAndWhoGetsALockDoesNot() {
    Program holds = Program.start().enterMonitor(0).sleep(5).compute(1).exitMonitor(0).end();
    Program wants = Program.start().enterMonitor(0).exitMonitor(0).end();
    Program wakesUpToo = Program.start().sleep(5).end();
    CarrierTrace monitor = run(one(25), holds, wants, wakesUpToo);
    CarrierTrace lock = run(one(25), withoutMonitors(holds), withoutMonitors(wants), wakesUpToo);
    assertThat(monitor.finished).containsExactly(0, 2, 1);
    assertThat(lock.finished).containsExactly(0, 1, 2);
  }

  @Example
  void startsGoOutsideAndAYieldToo() {
    Program starts = Program.start().spawn(SHORT).yield().compute(1).end();
    assertThat(run(one(25), starts, SHORT).finished).containsExactly(1, 2, 0);
  }

  /** The permit: it comes early or late, and two are as good as one. */
  @Property
  void aTaskParksOnceForNothingIfItWasUnparkedAndNeverTwice(
      @ForAll @IntRange(max = 3) int unparks,
      @ForAll @IntRange(max = 3) int parks,
      @ForAll boolean early,
      @ForAll @IntRange(min = 21, max = 25) int jdk) {
    Program parker =
        Program.start()
            .sleep(early ? 10 : 0)
            .repeat(parks, part -> part.then(new Operation.Park()))
            .end();
    Program unparker =
        Program.start()
            .sleep(early ? 0 : 10)
            .repeat(unparks, part -> part.then(new Operation.Unpark(0)))
            .end();
    CarrierTrace seen = run(one(jdk), parker, unparker);
    // Late permits: the first wakes the task, and the second is there before it parks again.
    int given = Math.min(unparks, early ? 1 : 2);
    assertThat(seen.finished.contains(0)).isEqualTo(parks <= given);
  }

  @Example
  void anotherVersionIsRefused() {
    assertThatThrownBy(() -> VirtualThreads.jdk(20))
        .hasMessage("the JDK must be one from 21 to 25, got 20");
  }

  @Provide
  Arbitrary<Workload> workloads() {
    return Workloads.meeting();
  }
}
