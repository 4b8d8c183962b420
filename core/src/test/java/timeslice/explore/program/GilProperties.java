package timeslice.explore.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import timeslice.explore.Interleavings;

/** What a GIL protects, and what not: the interpreter switches at checkpoints alone. */
class GilProperties {

  @Example
  void withoutACheckpointBetweenReadAndWriteNothingIsLost() {
    for (int[] size : new int[][] {{2, 1}, {2, 4}, {3, 3}}) {
      ConcurrentProgram program = ClassicPrograms.counterWithCheckpoints(size[0], size[1], false);
      assertThat(x(new ProgramModel(program).underGil()))
          .as("%d threads, %d increments each", size[0], size[1])
          .containsExactly(size[0] * size[1]);
    }
  }

  @Example
  void withOneTheCounterIsAsRacyAsWithoutAGil() {
    for (int[] size : new int[][] {{2, 2}, {2, 4}, {3, 2}}) {
      ConcurrentProgram program = ClassicPrograms.counterWithCheckpoints(size[0], size[1], true);
      List<Integer> all = IntStream.rangeClosed(2, size[0] * size[1]).boxed().toList();
      assertThat(x(new ProgramModel(program).underGil())).containsExactlyElementsOf(all);
      assertThat(x(new ProgramModel(program))).containsExactlyElementsOf(all);
    }
  }

  @Property(tries = 300)
  void moreCheckpointsNeverShrinkWhatCanHappen(
      @ForAll("plain") List<List<Scripts.Op>> script,
      @ForAll @IntRange(max = 2) int thread,
      @ForAll @IntRange(max = 6) int place) {
    List<List<Scripts.Op>> more = new ArrayList<>(script);
    int chosen = thread % script.size();
    List<Scripts.Op> ops = new ArrayList<>(script.get(chosen));
    ops.add(Math.min(place, ops.size()), Scripts.Op.CHECKPOINT);
    more.set(chosen, ops);
    assertThat(outcomes(new ProgramModel(Scripts.program(more)).underGil()))
        .containsAll(outcomes(new ProgramModel(Scripts.program(script)).underGil()));
  }

  @Property(tries = 300)
  void aGilAddsNoOutcomeAndCheckpointsEverywhereTakeNone(
      @ForAll("plain") List<List<Scripts.Op>> script) {
    ConcurrentProgram program = Scripts.program(script);
    SortedSet<String> free = outcomes(new ProgramModel(program));
    assertThat(free).containsAll(outcomes(new ProgramModel(program).underGil()));
    List<List<Scripts.Op>> everywhere = new ArrayList<>();
    for (List<Scripts.Op> ops : script) {
      List<Scripts.Op> spread = new ArrayList<>();
      ops.forEach(op -> spread.addAll(List.of(op, Scripts.Op.CHECKPOINT)));
      everywhere.add(spread);
    }
    assertThat(outcomes(new ProgramModel(Scripts.program(everywhere)).underGil())).isEqualTo(free);
  }

  @Example
  void whoWaitsForALockLetsTheGilGo() {
    // Thread 0 waits for m without a checkpoint; a GIL that it kept would end in a deadlock.
    var program = new ConcurrentProgram.Builder();
    Mutex m = program.mutex("m");
    program.thread().lock(m).unlock(m);
    program.thread().lock(m).checkpoint().unlock(m);
    var reached =
        Interleavings.of(new ProgramModel(program.build()).underGil()).reach(_ -> 0).proved();
    assertThat(reached.deadlock()).isEmpty();
    assertThat(reached.outcomes()).isNotEmpty();
  }

  private static SortedSet<Integer> x(ProgramModel model) {
    return Interleavings.of(model).reach(state -> state[0]).proved().outcomes();
  }

  private static SortedSet<String> outcomes(ProgramModel model) {
    return new TreeSet<>(
        Interleavings.of(model).reach(state -> state[0] + "," + state[1]).proved().outcomes());
  }

  @Provide
  Arbitrary<List<List<Scripts.Op>>> plain() {
    return Scripts.of(Scripts.PLAIN);
  }
}
