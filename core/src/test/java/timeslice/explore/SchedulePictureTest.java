package timeslice.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import timeslice.explore.program.ClassicPrograms;
import timeslice.explore.program.ProgramModel;

class SchedulePictureTest {

  @Example
  void aLostUpdateIsSeenAtOnce() {
    ProgramModel model = new ProgramModel(ClassicPrograms.racyCounter(2, 1));
    assertThat(SchedulePicture.of(model, List.of(0, 1, 0, 1, 0, 1)))
        .isEqualTo(
            """
               thread 0                               thread 1
            1  read x = 0
            2                                         read x = 0
            3  r0 = 0 + 1 = 1
            4                                         r0 = 0 + 1 = 1
            5  write x = 1
            6                                         write x = 1
            """);
  }

  @Example
  void aDeadlockEndsWithWhatEachWaitsFor() {
    ProgramModel model = new ProgramModel(ClassicPrograms.twoLocks(true));
    assertThat(SchedulePicture.of(model, List.of(0, 1)))
        .isEqualTo(
            """
               thread 0                               thread 1
            1  lock A
            2                                         lock B
               waits for B
                                                      waits for A
            """);
  }

  @Example
  void longWordsGoOnInTheNextRow() {
    Replay replay =
        new Replay(
            4,
            List.of(
                new Replay.Step(1, "notify notEmpty: nobody waits"),
                new Replay.Step(3, "aWordOfMoreThanSeventeenLetters")),
            List.of());
    assertThat(SchedulePicture.of(replay))
        .isEqualTo(
            """
               thread 0           thread 1           thread 2           thread 3
            1                     notify notEmpty:
                                  nobody waits
            2                                                           aWordOfMoreThanSe
                                                                        venteenLetters
            """);
  }

  @Example
  void manyThreadsShareOneColumn() {
    assertThat(SchedulePicture.of(new StraightLines(1, 1, 1, 1, 1, 1, 1, 1), List.of(7, 0)))
        .startsWith("1  thread 7: step 1\n2  thread 0: step 1\n");
  }

  @Property(tries = 100)
  void noLineIsLongerThanEighty(
      @ForAll @IntRange(min = 1, max = 9) int threads,
      @ForAll @IntRange(min = 1, max = 120) int steps,
      @ForAll @IntRange(max = 100) int letters) {
    String words = "w".repeat(letters) + " and some more words that have to go somewhere";
    Replay replay =
        new Replay(
            threads,
            Collections.nCopies(steps, new Replay.Step(threads - 1, words)),
            List.of(new Replay.Step(0, words)));
    String picture = SchedulePicture.of(replay);
    assertThat(List.of(picture.split("\n"))).allMatch(line -> line.length() <= 80);
    assertThat(picture.replaceAll("thread [0-9]|[0-9]|\\s|:", ""))
        .isEqualTo(words.replace(" ", "").repeat(steps + 1));
  }
}
