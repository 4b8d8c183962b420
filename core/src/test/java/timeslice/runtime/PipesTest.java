package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static timeslice.runtime.Small.compute;
import static timeslice.runtime.Small.ends;
import static timeslice.runtime.Small.finished;
import static timeslice.runtime.Small.program;
import static timeslice.runtime.Small.run;
import static timeslice.runtime.Small.values;
import static timeslice.runtime.Small.who;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import timeslice.kernel.Machine;
import timeslice.kernel.RoundRobin;
import timeslice.program.Operation;
import timeslice.program.Operation.Receive;
import timeslice.program.Operation.Send;
import timeslice.program.Program;
import timeslice.program.Workload;
import timeslice.runtime.Outcome.Stuck;
import timeslice.runtime.Outcome.Waiting;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;

/** Messages from task to task. */
class PipesTest {

  @Example
  void aPipeHoldsSixtyFourKibibytes() {
    Program sends = program(new Send(0, 65_535), new Send(0, 1), new Send(0, 1));
    Run run = run(1, sends);
    assertThat(run.outcome()).isEqualTo(new Stuck(List.of(new Waiting(0, StopReason.PIPE, 0, -1))));
    assertThat(values(run, Kind.SENT)).containsExactly(65_535L, 1L);
    assertThat(ends(finished(2, sends, program(compute(7), new Receive(0)))))
        .containsExactly(7L, 7L);
  }

  @Example
  void aMessageLargerThanThePipeNeedsAnEmptyOne() {
    Program sends = program(new Send(0, 1), new Send(0, 100_000), new Send(0, 1));
    Program receives =
        program(compute(5), new Receive(0), compute(5), new Receive(0), new Receive(0));
    Run run = finished(2, sends, receives);
    assertThat(ends(run)).containsExactly(10L, 10L);
    assertThat(values(run, Kind.RECEIVED)).containsExactly(1L, 100_000L, 1L);
  }

  @Example
  void oneReceiveMayMakeRoomForMany() {
    Program small = program(compute(1), new Send(0, 10));
    Run run =
        finished(
            4, program(new Send(0, 65_536)), small, small, program(compute(9), new Receive(0)));
    assertThat(ends(run)).containsExactly(0L, 9L, 9L, 9L);
  }

  @Example
  void nobodyOvertakesWhoWaitsToSend() {
    Program large = program(compute(1), new Send(0, 65_536));
    Program small = program(compute(2), new Send(0, 1));
    Program receives = program(compute(9), new Receive(0), new Receive(0), new Receive(0));
    Run run = finished(4, program(new Send(0, 1)), large, small, receives);
    assertThat(who(run, Kind.SENT)).containsExactly(0, 1, 2);
  }

  @Example
  void whoWaitsLongestToReceiveIsServedFirst() {
    Program early = program(new Receive(0), compute(10), new Receive(0));
    Program late = program(compute(1), new Receive(0));
    Program sends = program(compute(5), new Send(0, 7), new Send(0, 8), compute(9), new Send(0, 9));
    Run run = finished(3, early, late, sends);
    assertThat(who(run, Kind.RECEIVED)).containsExactly(0, 1, 0);
    assertThat(values(run, Kind.RECEIVED)).containsExactly(7L, 8L, 9L);
  }

  /** Enough messages to go round the ring, at speeds that fill and empty the pipe. */
  @Property(tries = 300)
  void messagesComeInTheOrderInWhichTheyWereSent(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 50_000) Integer> sizes,
      @ForAll @IntRange(max = 3) int sending,
      @ForAll @IntRange(max = 3) int receiving,
      @ForAll @IntRange(min = 1, max = 2) int cores,
      @ForAll @IntRange(min = 1, max = 5) int quantum) {
    List<Operation> sender = new ArrayList<>();
    List<Operation> receiver = new ArrayList<>();
    for (int i = 0; i < sizes.size(); i++) {
      sender.add(compute(i % 7 == 0 ? sending * 5L : sending));
      sender.add(new Send(0, sizes.get(i)));
      receiver.add(compute(i % 5 == 0 ? receiving * 5L : receiving));
      receiver.add(new Receive(0));
    }
    Workload workload = Workload.of(new Program(sender), new Program(receiver));
    Machine machine = Machine.cores(cores).with(RoundRobin.withQuantum(quantum));
    Run run = new OneToOne().run(machine, workload);
    assertThat(run.outcome()).isEqualTo(new Outcome.Finished());
    List<Long> sent = sizes.stream().map(Integer::longValue).toList();
    assertThat(values(run, Kind.SENT)).isEqualTo(sent);
    assertThat(values(run, Kind.RECEIVED)).isEqualTo(sent);
    long inside = 0;
    for (int i = 0; i < run.trace().size(); i++) {
      inside +=
          switch (run.trace().kind(i)) {
            case SENT -> run.trace().value(i);
            case RECEIVED -> -run.trace().value(i);
            default -> 0;
          };
      assertThat(inside).as("bytes in the pipe").isBetween(0L, 65_536L);
    }
  }
}
