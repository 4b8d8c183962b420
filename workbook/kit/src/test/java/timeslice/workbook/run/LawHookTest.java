package timeslice.workbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import timeslice.lab.sample.Answers;
import timeslice.lab.sample.SampleProperties;
import timeslice.workbook.run.Verdict.Argument;
import timeslice.workbook.run.Verdict.State;

class LawHookTest {
  @BeforeEach
  void english() {
    System.setProperty("timeslice.lang", "en");
  }

  @Test
  void lawsThatHoldPass() {
    assertThat(Launch.laws(SampleProperties.Good.class))
        .extracting(Verdict::state)
        .containsExactly(State.PASSED, State.PASSED);
  }

  @Test
  void anAnswerThatIsNotWrittenIsNeverGreenAndNeverWrong() {
    assertThat(Launch.laws(SampleProperties.Swallowing.class))
        .extracting(Verdict::state)
        .as("one law expects any error, the other meets the todo")
        .containsExactly(State.NOT_WRITTEN, State.NOT_WRITTEN);
    assertThat(Launch.red(SampleProperties.WithAField.class).state())
        .as("the todo hides in the law class itself")
        .isEqualTo(State.NOT_WRITTEN);
  }

  @Test
  void aBrokenLawSaysWhatWasExpectedAndTheSmallestExample() {
    List<Verdict> verdicts = Launch.laws(SampleProperties.False.class);
    assertThat(verdicts).extracting(Verdict::state).containsOnly(State.FALSIFIED);
    assertThat(verdicts)
        .extracting(Verdict::why)
        .containsExactlyInAnyOrder(
            "frame of page 0: Expecting Optional to contain: 10 but was empty.",
            "it threw ArrayIndexOutOfBoundsException: Index 3 out of bounds for length 0",
            "how many pages: Expecting actual: 4 to be less than: 4");
    assertThat(verdicts)
        .filteredOn(v -> v.law().equals("thePagesAreFew"))
        .flatExtracting(Verdict::example)
        .containsExactly(new Argument("pages", "[0, 0, 0, 0]"));
  }

  @Test
  void theSameRunTwiceSaysTheSame() {
    assertThat(Launch.laws(SampleProperties.False.class))
        .isEqualTo(Launch.laws(SampleProperties.False.class));
  }

  @Test
  void aSeedReplaysExactlyAndAnotherOneTriesOthers() {
    List<String> seed = List.of("timeslice.seed", "7");
    List<Verdict> first = Launch.lawsWith(seed, SampleProperties.False.class);
    assertThat(Launch.lawsWith(seed, SampleProperties.False.class)).isEqualTo(first);
    assertThat(first).extracting(Verdict::seed).containsOnly("7");
    assertThat(Launch.laws(SampleProperties.False.class)).isNotEqualTo(first);
  }

  @Test
  void aSeedThatIsNoneFailsOnceWithOneSentence() {
    List<Verdict> verdicts =
        Launch.lawsWith(List.of("timeslice.seed", "seven"), SampleProperties.Good.class);
    assertThat(verdicts).extracting(Verdict::state).containsExactly(State.FALSIFIED, State.NOT_RUN);
    assertThat(verdicts)
        .extracting(Verdict::why)
        .containsOnly("The seed must be a number or the word random, got \"seven\".");
  }

  @Test
  void anAnswerThatSpinsIsAHangAndTheExerciseEndsThere() {
    List<Verdict> verdicts = Launch.laws(SampleProperties.Spinning.class);
    Answers.release();
    assertThat(verdicts).extracting(Verdict::state).containsExactly(State.HUNG, State.NOT_RUN);
    assertThat(verdicts.getFirst().why())
        .isEqualTo(
            "it does not come back: Answers.spin has been computing for seconds on one small"
                + " example");
    assertThat(verdicts.getFirst().example()).containsExactly(new Argument("n", "7"));
  }

  @Test
  void anAnswerThatWaitsForEverIsAHang() {
    Verdict verdict = Launch.red(SampleProperties.Sleeping.class);
    assertThat(verdict.state()).isEqualTo(State.HUNG);
    assertThat(verdict.why())
        .isEqualTo("it does not come back: Answers.sleep waits for something that never happens");
  }

  @Test
  void theAnswersOwnMethodIsNamedAndNotTheHelperThatCallsIt() {
    assertThat(Launch.red(SampleProperties.SleepingBelowAHelper.class).why())
        .isEqualTo("it does not come back: Answers.sleep waits for something that never happens");
  }

  @Test
  void anAnswerThatUsesWhatIsClosedIsNotRun() {
    List<Verdict> verdicts = Launch.laws(SampleProperties.ShortCut.class);
    assertThat(verdicts).extracting(Verdict::state).containsExactly(State.SHORTCUT, State.SHORTCUT);
    assertThat(verdicts)
        .extracting(Verdict::why)
        .containsOnly(
            "SampleProperties.Bet uses timeslice.lab.sample.Answers, which is closed to 9.3: build"
                + " it yourself");
    assertThat(Launch.laws(SampleProperties.HiddenShortCut.class))
        .as("it is a helper that uses it")
        .extracting(Verdict::state)
        .containsExactly(State.SHORTCUT);
  }

  @Test
  void aDeadlockIsToldAsWhoWaitsForWhom() {
    Verdict verdict = Launch.red(SampleProperties.Deadlocked.class);
    assertThat(verdict.state()).isEqualTo(State.HUNG);
    assertThat(verdict.why())
        .isEqualTo(
            """
            it does not come back: a deadlock
            thread A, in Answers.deadlock, waits for the lock (Object) that thread B holds
            thread B, in Answers.deadlock, waits for the lock (Object) that thread A holds""");
  }

  @Test
  void endlessRecursionNamesTheCircle() {
    Verdict verdict = Launch.red(SampleProperties.Recursive.class);
    assertThat(verdict.state()).isEqualTo(State.STACK_OVERFLOW);
    assertThat(verdict.why())
        .isEqualTo("it calls itself without end: Answers.again, Answers.recurse");
    assertThat(verdict.example()).containsExactly(new Argument("n", "3"));
  }

  @Test
  void usingUpTheHeapIsAVerdictAndMemoryIsBackAfterwards() {
    Verdict verdict = Launch.red(SampleProperties.Hoarding.class);
    assertThat(verdict.state()).isEqualTo(State.OUT_OF_MEMORY);
    assertThat(verdict.why()).isEqualTo("it used up the heap");
    assertThat(Launch.laws(SampleProperties.Good.class))
        .extracting(Verdict::state)
        .containsOnly(State.PASSED);
  }

  @Test
  void whatAReaderPredictedIsInTheVerdict() {
    assertThat(Launch.red(SampleProperties.Predicting.class).example())
        .as("the prediction that is not written is left out")
        .containsExactly(new Argument("hits", "4"));
  }

  @Test
  void theMessageOfABrokenLawBeginsWithTheSummaryAndHasNoStackTrace() {
    Verdict verdict = Launch.red(SampleProperties.Predicting.class);
    LawBroken broken = new LawBroken(verdict, Report.message(verdict));
    assertThat(broken).hasMessage("9.0 hits\nexpected: 0, but was: 4\nhits = 4");
    assertThat(broken.getStackTrace()).isEmpty();
  }
}
