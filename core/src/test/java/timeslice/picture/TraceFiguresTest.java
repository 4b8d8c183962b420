package timeslice.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeslice.trace.Kind;
import timeslice.trace.ReadyCause;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;
import timeslice.trace.TraceScript;

class TraceFiguresTest {

  /** A computes 4, waits 8, computes 2; B computes 6 when A waits; a switch takes 1. */
  private static Trace twoTasks() {
    TraceScript story = TraceScript.start().taskWithThread(0).taskWithThread(1).run(0, 0, 1);
    story.at(5).stop(0, 0, StopReason.IO, 13).run(0, 1, 1);
    story.at(12).ended(1).stop(0, 1, StopReason.ENDED);
    story.at(13).ready(0, ReadyCause.TIMER, -1).run(0, 0, 1);
    return story.at(16).ended(0).stop(0, 0, StopReason.ENDED).trace();
  }

  @Test
  void textShowsTasksAndCpus() {
    assertThat(TraceText.of("run", twoTasks(), 2, PictureWords.of("run", Map.of())))
        .isEqualTo(
            """
            task A /####~~~~~~~~/##
            task B -----/######
            CPU 0  /AAAA/BBBBBB./AA
            CPU 1  ................
            one column = 1 ns
            # a running
            / a switching
            - a ready
            ~ a outside
            . an idle CPU
            """);
  }

  @Test
  void textShowsWhatElseTasksWaitForAndThreadsWithoutTasks() {
    TraceScript story = TraceScript.start().taskWithThread(0).taskWithThread(1).taskWithThread(2);
    story.run(0, 0).stop(0, 0, StopReason.GIL).run(0, 1).stop(0, 1, StopReason.LOCK);
    story.run(0, 2).note(Kind.CAPTURED, -1, 2, 2, 0).stop(0, 2, StopReason.IO);
    Trace trace = story.thread(3).run(0, 3).at(4).stop(0, 3, StopReason.NO_WORK).trace();
    assertThat(TraceText.of("run", trace, 1, PictureWords.of("run", Map.of())))
        .isEqualTo(
            """
            task A !!!!
            task B ****
            task C ====
            CPU 0  ____
            one column = 1 ns
            ! a gil
            * a others
            = a captured
            _ a thread without a task
            """);
  }

  @Test
  void aLongRunStaysWithinEightyColumns() {
    TraceScript story = TraceScript.start().taskWithThread(0).run(0, 0).at(1_000_000);
    Trace trace = story.ended(0).stop(0, 0, StopReason.ENDED).trace();
    assertThat(TraceText.of("run", trace, 1, PictureWords.of("run", Map.of("run.task", "태스크 {0}"))))
        .startsWith("태스크 A " + "#".repeat(71) + "\nCPU 0    A")
        .contains("one column = 14.1 µs");
  }

  @Test
  void thePictureHasALaneForEachTaskAndEachCpu() {
    String svg = TraceFigure.svg("run", twoTasks(), 2, PictureWords.of("run", Map.of()));
    assertThat(svg)
        .contains("aria-label=\"a &lt;run>\"", "<title>a &lt;run></title>")
        .contains(">task A</text>", ">task B</text>", ">CPU 0</text>", ">CPU 1</text>")
        .contains(">a running</text>", ">a ready</text>", ">a outside</text>")
        .doesNotContain("a gil", "a captured", "a others")
        .endsWith("</svg>\n");
  }

  @Test
  void runsAreComparedOnOneScale() {
    TraceScript story = TraceScript.start().taskWithThread(0).run(0, 0).at(8).ended(0);
    Trace half = story.stop(0, 0, StopReason.ENDED).trace();
    Words words =
        PictureWords.of(
            "run",
            Map.of(
                "run.lead", "two runs",
                "run.slow", "slow",
                "run.slow.note", "a slow one",
                "run.fast", "fast",
                "run.fast.note", "a fast one",
                "run.end", "end {0}"));
    List<ComparisonFigure.Panel> panels =
        List.of(
            new ComparisonFigure.Panel("slow", twoTasks()),
            new ComparisonFigure.Panel("fast", half));
    // Time goes from x = 176 to x = 644; a run's end is named six pixels behind it.
    assertThat(ComparisonFigure.svg("run", panels, words))
        .contains(">two runs</text>", ">slow</text>", ">a fast one</text>")
        .containsPattern("<text x=\"650\" [^>]*>end 16 ns</text>")
        .containsPattern("<text x=\"416\" [^>]*>end 8 ns</text>");
  }

  @Test
  void timesHaveAUnitAndFewDigits() {
    assertThat(List.of(0L, 999L, 1000L, 1250L, 99_960L, 123_456L, 42_000_000L, 3_000_000_000L))
        .extracting(TimeScale::text)
        .containsExactly("0 ns", "999 ns", "1 µs", "1.3 µs", "100 µs", "123 µs", "42 ms", "3 s");
  }

  @Test
  void manyTouchingBoxesAreOne() {
    Boxes boxes = new Boxes();
    for (int i = 0; i < 1000; i++) {
      boxes.add(i, 5, 1, 10);
    }
    boxes.add(1010, 5, 1, 10);
    assertThat(boxes.path()).isEqualTo("M0 5H1000V15H0ZM1010 5H1011V15H1010Z");
  }
}
