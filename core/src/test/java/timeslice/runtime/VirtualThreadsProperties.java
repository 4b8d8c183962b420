package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.kernel.Machine;
import timeslice.program.Nanos;
import timeslice.program.Operation;
import timeslice.program.Operation.IoKind;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.trace.Kind;
import timeslice.trace.Recording;

/** Virtual threads: what is compensated, who goes where, and permits. */
class VirtualThreadsProperties {
  private static final Program SHORT = Program.start().compute(1).end();

  /** One carrier. */
  private static VirtualThreads one(int jdk) {
    return VirtualThreads.jdk(jdk).withParallelism(1);
  }

  private static CarrierTrace run(VirtualThreads threads, Program... programs) {
    return new CarrierTrace(threads.run(Machine.cores(4), Workload.of(programs)));
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
  void aHundredThousandVirtualThreadsKeepFourCarriersBusyToTheEnd() {
    Nanos wait = Nanos.between(1_000_000, 10_000_000); // the first halves take longer: 25 ms
    Program request = Program.start().compute(1_000).io(wait).compute(1_000).end();
    Machine machine = Machine.cores(4).with(Recording.SUMMARY);
    Run run = VirtualThreads.jdk(25).run(machine, Workload.many(100_000, request, 7));
    assertThat(run.recorder().count(Kind.THREAD_CREATED)).isEqualTo(4);
    assertThat(run.recorder().count(Kind.UNMOUNTED)).isEqualTo(200_000);
    assertThat(run.end()).isEqualTo(100_000 * 2_000 / 4);
  }

  @Example
  void theJdkWasToldOfFilesUntil22AndOfDnsAlways() {
    Program file = Program.start().io(100, IoKind.FILE).end();
    Program dns = Program.start().io(100, IoKind.FILE_COMPENSATED).end();
    assertThat(run(one(22), file, SHORT).start(1)).isEqualTo(0);
    assertThat(run(one(23), file, SHORT).start(1)).isEqualTo(100);
    assertThat(run(one(25), dns, SHORT).start(1)).isEqualTo(0);
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
    CarrierTrace lock =
        run(
            one(25),
            PinningProperties.withoutMonitors(holds),
            PinningProperties.withoutMonitors(wants),
            wakesUpToo);
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
  void thereAreAsManyCarriersAsCpusUnlessThePoolMustBeSmaller() {
    assertThat(run(VirtualThreads.jdk(25), SHORT).threads).isEqualTo(4);
    assertThat(run(VirtualThreads.jdk(25).withMaxPoolSize(3), SHORT).threads).isEqualTo(3);
    assertThat(run(one(25).withMaxPoolSize(3), SHORT).threads).isEqualTo(1);
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
