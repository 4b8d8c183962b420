package timeslice.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final Slice A = new Slice(0, 0, 1, 3);
  private static final Slice B = new Slice(0, 1, 4, 6);

  @Test
  void slicesComeBackAsTheyWereAdded() {
    assertThat(Timeline.of(2, List.of(A, B)).slices()).containsExactly(A, B);
  }

  @Test
  void aTimelineGrows() {
    Timeline.Builder builder = new Timeline.Builder(1);
    for (int i = 0; i < 1000; i++) {
      builder.add(0, i % 7, i, i + 1);
    }
    Timeline timeline = builder.build();
    assertThat(timeline.size()).isEqualTo(1000);
    assertThat(timeline.slice(999)).isEqualTo(new Slice(0, 999 % 7, 999, 1000));
    assertThat(timeline.tasks()).isEqualTo(7);
  }

  @Test
  void aCleanTimelinePassesEveryCheck() {
    Timeline timeline = Timeline.of(1, List.of(A, B, new Slice(0, 1, 6, 7)));
    assertThat(Checks.overlap(timeline)).isEmpty();
    assertThat(Checks.twoPlaces(timeline)).isEmpty();
    assertThat(Checks.work(timeline, 2, 3)).isEmpty();
    assertThat(Checks.gaps(timeline, 1)).isEmpty();
  }

  @Test
  void eachCheckNamesItsOffence() {
    Timeline crowded = Timeline.of(2, List.of(A, new Slice(0, 1, 2, 5), new Slice(1, 0, 2, 4)));
    assertThat(Checks.overlap(crowded))
        .hasValue("task 0 on CPU 0 [1,3) overlaps task 1 on CPU 0 [2,5)");
    assertThat(Checks.twoPlaces(crowded))
        .hasValue("task 0 on CPU 0 [1,3) overlaps task 0 on CPU 1 [2,4)");
    assertThat(Checks.work(crowded, 4, 9)).hasValue("task 1 asked for 9 and ran for 3");
    assertThat(Checks.gaps(Timeline.of(1, List.of(A, new Slice(0, 0, 4, 5))), 1))
        .hasValue("task 0 on CPU 0 [4,5) should start at 3: no switch, the CPU ran it before");
  }

  @Test
  void metricsReadTheTimeline() {
    Timeline timeline = Timeline.of(2, List.of(A, B, new Slice(0, 0, 7, 8), new Slice(0, 0, 8, 9)));
    assertThat(Metrics.makespan(timeline)).isEqualTo(9);
    assertThat(Metrics.work(timeline, 0)).isEqualTo(4);
    assertThat(Metrics.busy(timeline, 0)).isEqualTo(6);
    assertThat(Metrics.busy(timeline, 1)).isZero();
    assertThat(Metrics.utilisation(timeline)).isEqualTo(6.0 / 2 / 9);
    assertThat(Metrics.switches(timeline)).isEqualTo(3);
    assertThat(Metrics.longestWait(timeline, 0)).isEqualTo(4);
  }

  @Test
  void nothingRanIsAnAnswerToo() {
    Timeline nothing = Timeline.of(1, List.of());
    assertThat(Metrics.makespan(nothing)).isZero();
    assertThat(Metrics.utilisation(nothing)).isZero();
    assertThat(nothing.tasks()).isZero();
  }

  @Test
  void badInputIsOneSentenceWithTheValue() {
    assertThatThrownBy(() -> new Slice(-1, 0, 0, 1))
        .hasMessage("CPU number must be 0 or more, got -1");
    assertThatThrownBy(() -> new Slice(0, -2, 0, 1))
        .hasMessage("task number must be 0 or more, got -2");
    assertThatThrownBy(() -> new Slice(0, 0, -3, 1))
        .hasMessage("a slice must start at 0 or later, got -3");
    assertThatThrownBy(() -> new Slice(0, 0, 4, 4))
        .hasMessage("a slice must end after its start 4, got 4");
    assertThatThrownBy(() -> new Timeline.Builder(0))
        .hasMessage("there must be at least 1 CPU, got 0");
    assertThatThrownBy(() -> Timeline.of(1, List.of(new Slice(1, 0, 0, 1))))
        .hasMessage("CPU number must be from 0 to 0, got 1");
    assertThatThrownBy(() -> Timeline.of(1, List.of(A)).slice(1))
        .hasMessage("slice number must be from 0 to 0, got 1");
  }
}
