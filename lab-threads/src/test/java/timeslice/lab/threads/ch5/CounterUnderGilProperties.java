package timeslice.lab.threads.ch5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import timeslice.explore.Interleavings;
import timeslice.explore.program.ConcurrentProgram;
import timeslice.explore.program.Instruction;
import timeslice.explore.program.ProgramModel;
import timeslice.workbook.Exercise;

@Exercise(
    value = "5.4",
    answers = {CounterUnderGil.class},
    closed = {"timeslice.explore.program.ClassicPrograms"})
class CounterUnderGilProperties {
  private static final int[][] SIZES = {{1, 3}, {2, 1}, {2, 2}, {2, 3}, {3, 2}};

  @Example
  void theProgramsKeepTheRules() {
    for (int[] size : SIZES) {
      rules(CounterUnderGil.nothingBetween(size[0], size[1]), size, List.of("read", "write", "|"));
      rules(CounterUnderGil.oneBetween(size[0], size[1]), size, List.of("read", "|", "write", "|"));
      rules(CounterUnderGil.mended(size[0], size[1]), size, List.of("read", "|", "write", "|"));
    }
  }

  @Example
  void withoutACheckpointBetweenReadAndWriteNothingIsLost() {
    for (int[] size : SIZES) {
      check(CounterUnderGil::nothingBetween, size, true, size[0] * size[1]);
    }
  }

  @Example
  void withOneEverythingFromTwoOnCanComeOut() {
    for (int[] size : SIZES) {
      check(CounterUnderGil::oneBetween, size, true, least(size));
    }
  }

  @Example
  void aLockTiedToItsDatumMendsIt() {
    for (int[] size : SIZES) {
      check(CounterUnderGil::mended, size, true, size[0] * size[1]);
    }
  }

  @Example
  void takeTheGilAwayAndOnlyTheLockStillHelps() {
    for (int[] size : SIZES) {
      check(CounterUnderGil::nothingBetween, size, false, least(size));
      check(CounterUnderGil::mended, size, false, size[0] * size[1]);
    }
  }

  @Example
  void moreCheckpointsNeverShrinkTheSet() {
    for (int[] size : SIZES) {
      Set<Integer> few = outcomes(CounterUnderGil.nothingBetween(size[0], size[1]), true);
      Set<Integer> more = outcomes(CounterUnderGil.oneBetween(size[0], size[1]), true);
      Set<Integer> anywhere = outcomes(CounterUnderGil.oneBetween(size[0], size[1]), false);
      assertThat(more).as("x with one checkpoint more, %s", text(size)).containsAll(few);
      assertThat(anywhere).as("x with a switch anywhere, %s", text(size)).containsAll(more);
    }
  }

  private static int least(int[] size) {
    return size[0] == 1 ? size[1] : Math.min(2, size[1]);
  }

  private static void check(
      BiFunction<Integer, Integer, ConcurrentProgram> program, int[] size, boolean gil, int least) {
    assertThat(outcomes(program.apply(size[0], size[1]), gil))
        .as("what x can be at the end, %s, %s", text(size), gil ? "under a GIL" : "without a GIL")
        .containsExactlyElementsOf(
            IntStream.rangeClosed(least, size[0] * size[1]).boxed().toList());
  }

  private static String text(int[] size) {
    return size[0] + " threads, " + size[1] + " increments each";
  }

  private static Set<Integer> outcomes(ConcurrentProgram program, boolean gil) {
    ProgramModel model = new ProgramModel(program);
    return new TreeSet<>(
        Interleavings.of(gil ? model.underGil() : model)
            .reach(program.variable("x")::in)
            .proved()
            .outcomes());
  }

  /** Reads, writes and checkpoints of each thread, locks and sums left out. */
  private static void rules(ConcurrentProgram program, int[] size, List<String> once) {
    assertThat(program.threads()).as("threads").hasSize(size[0]);
    List<String> all = new ArrayList<>();
    for (int i = 0; i < size[1]; i++) {
      all.addAll(once);
    }
    for (List<Instruction> thread : program.threads()) {
      List<String> found = new ArrayList<>();
      for (Instruction instruction : thread) {
        switch (instruction) {
          case Instruction.Load load -> found.add(load.from().name().equals("x") ? "read" : "?");
          case Instruction.Store store -> found.add(store.to().name().equals("x") ? "write" : "?");
          case Instruction.Checkpoint _ -> found.add("|");
          case Instruction.Add _, Instruction.Lock _, Instruction.Unlock _ -> {}
          default -> found.add(instruction.toString());
        }
      }
      assertThat(found).as("a thread, | being a checkpoint, %s", text(size)).isEqualTo(all);
    }
  }
}
