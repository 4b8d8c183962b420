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
    void theSumStaysSmall(@ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> parts) {
      int sum = parts.stream().mapToInt(Integer::intValue).sum();
      assertThat(sum).as("sum of %d parts", parts.size()).isLessThan(300);
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
    @Example
    void a_itComesBack() {
      Answers.spin();
    }

    @Example
    void b_itIsNotRunAnyMore() {}
  }

  @Exercise(value = "9.1", answers = Answers.class)
  public static class Sleeping {
    @Property
    void itComesBack(@ForAll int ignored) {
      Answers.sleep();
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
  public static class Printing {
    @Example
    void itIsQuiet() {
      Answers.printForEver();
    }
  }
}
