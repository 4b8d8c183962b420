package timeslice.lab.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import timeslice.workbook.Exercise;

/** Small property classes that the tests run through the launcher; no test by themselves. */
public final class SampleProperties {
  private SampleProperties() {}

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Good {
    @Example
    void anExampleHolds() {
      assertThat(1 + 1).isEqualTo(2);
    }

    @Property(tries = 50)
    void aPropertyHoldsWithArbitrariesInside(@ForAll @IntRange(min = 1) int n) {
      Assume.that(n % 2 == 1);
      int drawn = Arbitraries.integers().between(1, n).sample();
      assertThat(drawn).isBetween(1, n);
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Swallowing {
    @Example
    void anErrorIsExpected() {
      assertThatThrownBy(Answers::notWritten).isNotNull();
    }

    @Property(tries = 50)
    void itIsNotWritten(@ForAll int n) {
      assertThat(Answers.notWritten()).isEqualTo(n);
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class False {
    @Property(tries = 200)
    void thePagesAreFew(@ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> pages) {
      assertThat(pages.size()).as("how many pages").isLessThan(4);
    }

    @Example
    void theFrameIsKept() {
      assertThat(Optional.empty()).as("frame of page 0").hasValue(10);
    }

    @Example
    void nothingIsThrown() {
      List.of().get(3);
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Spinning {
    @Property
    void itComesBack(@ForAll @IntRange(min = 7, max = 7) int n) {
      Answers.spin();
      assertThat(n).isEqualTo(7);
    }

    @Property
    void itComesBackToo(@ForAll @IntRange(min = 7, max = 7) int n) {
      itComesBack(n);
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Sleeping {
    @Property
    void itComesBack(@ForAll int ignored) {
      Answers.sleep();
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class SleepingBelowAHelper {
    @Example
    void itComesBack() {
      Helper.ask();
    }
  }

  @Exercise(value = "9.3", answers = Bet.class, closed = "timeslice.lab.sample.Answers")
  public static class ShortCut {
    @Example
    void itHolds() {
      assertThat(1 + 1).isEqualTo(2);
    }

    @Example
    void itIsRight() {
      assertThat(1 + 1).isEqualTo(2);
    }
  }

  @Exercise(value = "9.3", answers = Bet.class, closed = "java.util.concurrent")
  public static class HiddenShortCut {
    @Example
    void itHolds() {
      assertThat(1 + 1).isEqualTo(2);
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Deadlocked {
    @Example
    void itComesBack() {
      Answers.deadlock();
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Recursive {
    @Property
    void itComesBack(@ForAll @IntRange(min = 3) int n) {
      Answers.recurse(n);
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Hoarding {
    @Example
    void itFits() {
      Answers.hoard();
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Exiting {
    @Example
    void itGoesOn() {
      Answers.exit();
    }
  }

  @Exercise(value = "9.2", answers = Answers.class)
  public static class AfterExiting {
    @Example
    void theRunGoesOn() {
      assertThat(1 + 1).isEqualTo(2);
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Talking {
    @Property(tries = 100)
    void itIsQuiet(@ForAll int n) {
      System.out.println("looking at " + n);
    }
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Printing {
    @Example
    void itIsQuiet() {
      Answers.printForEver();
    }
  }

  @Exercise(value = "1.1", answers = Answers.class)
  public static class OfChapter1 {
    @Example
    void itHolds() {
      assertThat(Boolean.getBoolean("timeslice.sample.solved")).isTrue();
    }
  }

  @Exercise(value = "1.2", answers = Answers.class, optional = true)
  public static class StarredOfChapter1 {
    @Example
    void itIsNotWritten() {
      Answers.notWritten();
    }
  }

  @Exercise(value = "2.1", answers = Answers.class)
  public static class OfChapter2 {
    @Example
    void itIsNotWritten() {
      Answers.notWritten();
    }
  }

  @Exercise(value = "3.1", answers = Answers.class)
  public static class OfChapter3 {
    @Example
    void itHolds() {
      assertThat(1 + 1).isEqualTo(2);
    }
  }

  /** Not loadable as it stands, like a law class that builds its answer in a field. */
  @Exercise(value = "9.1", answers = Answers.class)
  public static class WithAField {
    private final int answer = Answers.notWritten();

    @Example
    void itIsOne() {
      assertThat(answer).isEqualTo(1);
    }
  }

  /** What a reader bets. */
  public static final class Bet {
    private Bet() {}

    public static int hits() {
      return 4;
    }

    public static int misses() {
      return Answers.notWritten();
    }
  }

  @Exercise(value = "9.0", answers = Bet.class, kind = Exercise.Kind.PREDICT, weight = 0)
  public static class Predicting {
    @Example
    void hits() {
      assertThat(Bet.hits()).isEqualTo(0);
    }
  }
}
