package timeslice.workbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeslice.lab.sample.SampleProperties;
import timeslice.workbook.run.Verdict.State;

class GateHookTest {
  private static final Class<?>[] CHAPTERS = {
    SampleProperties.OfChapter1.class,
    SampleProperties.StarredOfChapter1.class,
    SampleProperties.OfChapter2.class,
    SampleProperties.OfChapter3.class
  };

  @BeforeEach
  void english() {
    System.setProperty("timeslice.lang", "en");
  }

  @Test
  void chaptersAfterTheFirstRedOneAreClosedAndAStarClosesNothing() {
    List<Verdict> red = Launch.laws(CHAPTERS);
    assertThat(red)
        .extracting(Verdict::state)
        .containsExactly(State.FALSIFIED, State.NOT_WRITTEN, State.CLOSED, State.CLOSED);
    assertThat(red)
        .extracting(Verdict::why)
        .as("each names the chapter before it")
        .endsWith("opens when chapter 1 is done", "opens when chapter 2 is done");

    List<Verdict> solved = Launch.lawsWith(List.of("timeslice.sample.solved", "true"), CHAPTERS);
    assertThat(solved)
        .as("a second run in this JVM, with chapter 1 done")
        .extracting(Verdict::state)
        .containsExactly(State.PASSED, State.NOT_WRITTEN, State.NOT_WRITTEN, State.CLOSED);
    assertThat(solved.getLast().why()).isEqualTo("opens when chapter 2 is done");
  }

  @Test
  void oneChapterOrAllMayBeAskedFor() {
    assertThat(Launch.lawsWith(List.of("timeslice.chapter", "3"), CHAPTERS))
        .extracting(Verdict::state)
        .containsExactly(State.CLOSED, State.CLOSED, State.CLOSED, State.PASSED);
    assertThat(Launch.lawsWith(List.of("timeslice.chapter", "all"), CHAPTERS))
        .extracting(Verdict::state)
        .containsExactly(State.FALSIFIED, State.NOT_WRITTEN, State.NOT_WRITTEN, State.PASSED);
  }

  @Test
  void aChapterThatIsNoneIsToldInOneSentence() {
    assertThat(Launch.lawsWith(List.of("timeslice.chapter", "two"), CHAPTERS))
        .extracting(Verdict::why)
        .containsOnly("The chapter must be a number, or the word all, got \"two\".");
  }
}
