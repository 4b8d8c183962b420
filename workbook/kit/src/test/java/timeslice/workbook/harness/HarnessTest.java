package timeslice.workbook.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeslice.workbook.Exercise;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.Verdict.State;

class HarnessTest {
  private static final Harness HARNESS = new Harness(Settings.standard().withLanes(1));

  @TempDir Path folder;
  private Lab lab;

  @BeforeEach
  void makeLab() throws IOException {
    lab = ToyLab.in(folder);
  }

  @AfterAll
  static void close() {
    HARNESS.close();
  }

  private Report run(String body) {
    return HARNESS.run(HARNESS.bench(lab, ToyLab.answers(body)), "1");
  }

  private static LawResult law(Report report, String name) {
    assertThat(report.errors()).isEmpty();
    return report.tasks().stream()
        .flatMap(task -> task.laws().stream())
        .filter(law -> law.law().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Exercise 1.1 has failed with a sentence, and 2.1 was run all the same. */
  private static void assertCaught(Report report, State state, String sentence) {
    LawResult law = law(report, "twoAndTwoIsFour");
    assertThat(law.state()).as(law.toString()).isEqualTo(state);
    assertThat(law.verdict().why()).contains(sentence);
    assertThat(law(report, "theDoubleIsTwiceTheNumber").passed()).isFalse();
    assertThat(law(report, "itHasAName").state()).isEqualTo(State.PASSED);
    assertThat(report.passed()).isFalse();
  }

  @Test
  void exercisesAreReadFromBytecode() {
    Bench bench = HARNESS.bench(lab, ToyLab.answers(ToyLab.RIGHT));
    assertThat(bench.tasks())
        .containsExactly(
            new Task(
                new ExerciseId(1, 1),
                Exercise.Kind.BUILD,
                false,
                1,
                java.util.List.of("timeslice.lab.toy.ch1.Doubling"),
                java.util.List.of("java.math"),
                "timeslice.lab.toy.ch1.DoublingProperties",
                java.util.List.of("theDoubleIsTwiceTheNumber", "twoAndTwoIsFour")),
            new Task(
                new ExerciseId(2, 1),
                Exercise.Kind.BUILD,
                true,
                3,
                java.util.List.of("timeslice.lab.toy.ch2.Naming"),
                java.util.List.of(),
                "timeslice.lab.toy.ch2.NamingProperties",
                java.util.List.of("itHasAName")));
  }

  @Test
  void anAnswerThatUsesWhatIsClosedIsCaughtByEveryLaw() {
    assertCaught(
        run("return java.math.BigInteger.TWO.intValue() * n;"),
        State.SHORTCUT,
        "Doubling uses java.math.BigInteger, which is closed to 1.1: build it yourself");
  }

  @Test
  void aRightAnswerPasses() {
    Report report = run(ToyLab.RIGHT);
    assertThat(report.passed()).as(report.toString()).isTrue();
    assertThat(report.tasks()).hasSize(2);
  }

  @Test
  void aWrongAnswerIsToldWithItsSmallestExample() {
    Report report = run("return n * n;");
    assertThat(law(report, "twoAndTwoIsFour").passed()).isTrue();
    LawResult law = law(report, "theDoubleIsTwiceTheNumber");
    assertThat(law.state()).isEqualTo(State.FALSIFIED);
    assertThat(law.verdict().why()).contains("twice 1");
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    assertThat(messages(run("return n < 700 ? n + n : n;")))
        .isEqualTo(messages(run("return n < 700 ? n + n : n;")));
  }

  private static java.util.List<String> messages(Report report) {
    return report.tasks().stream()
        .flatMap(task -> task.laws().stream())
        .map(LawResult::toString)
        .toList();
  }

  @Test
  void aSkeletonIsNotWrittenRatherThanWrong() {
    Report report = run(ToyLab.TODO);
    assertThat(law(report, "twoAndTwoIsFour").state()).isEqualTo(State.NOT_WRITTEN);
    assertThat(law(report, "theDoubleIsTwiceTheNumber").state()).isEqualTo(State.NOT_WRITTEN);
  }

  @Test
  void whatDoesNotCompileIsToldWithItsPlace() {
    Report report = run("return m;");
    assertThat(report.passed()).isFalse();
    assertThat(report.errors().getFirst())
        .startsWith("timeslice/lab/toy/ch1/Doubling.java:5: cannot find symbol");
  }

  @Test
  void anAnswerCannotUseTheTestLibraries() {
    Report report =
        run("return org.assertj.core.api.Assertions.assertThat(n) == null ? 0 : 2 * n;");
    assertThat(report.errors().getFirst()).contains("org.assertj.core.api does not exist");
  }

  @Test
  void anOverlayTakesThePlaceOfOneClass() {
    Bench right = HARNESS.bench(lab, ToyLab.answers(ToyLab.RIGHT));
    Report wrong = HARNESS.run(HARNESS.overlay(right, ToyLab.overlay("return 4;")), "1");
    assertThat(law(wrong, "twoAndTwoIsFour").passed()).isTrue();
    assertThat(law(wrong, "theDoubleIsTwiceTheNumber").passed()).isFalse();
    assertThat(law(wrong, "itHasAName").passed()).isTrue();
  }

  @Test
  void anAnswerThatEndsTheJvmIsCaught() {
    assertCaught(
        run("System.exit(0); return 4;"), State.EXITED, "it ended the JVM with System.exit");
  }

  @Test
  void anAnswerThatHaltsTheJvmIsCaught() {
    assertCaught(
        run("Runtime.getRuntime().halt(7); return 4;"),
        State.EXITED,
        "it ended the JVM (exit status 7)");
  }

  @Test
  void anAnswerThatExhaustsTheHeapIsCaught() {
    assertCaught(
        run(
            "var all = new java.util.ArrayList<long[]>(); while (true) all.add(new long[1 <<"
                + " 20]);"),
        State.OUT_OF_MEMORY,
        "it used up the heap");
  }

  @Test
  void anAnswerThatCallsItselfForEverIsCaught() {
    Report report = run("return of(n);");
    assertThat(law(report, "twoAndTwoIsFour").state()).isEqualTo(State.STACK_OVERFLOW);
  }

  @Test
  void anAnswerThatSpinsIsCaught() {
    assertCaught(run("while (true) { Thread.onSpinWait(); }"), State.HUNG, "it does not come back");
  }

  @Test
  void anAnswerThatWaitsForEverIsCaught() {
    assertCaught(
        run(
            "try { new java.util.concurrent.CountDownLatch(1).await(); }"
                + " catch (InterruptedException e) { } return 4;"),
        State.HUNG,
        "waits for something that never happens");
  }

  @Test
  void anAnswerThatPrintsAGigabyteIsCaught() {
    assertCaught(
        run(
            "String line = \"x\".repeat(1 << 20);"
                + " for (int i = 0; i < 1024; i++) System.out.println(line); return n + n;"),
        State.FLOODED,
        "it printed more than 16 MB");
  }

  @Test
  void threadsLeftBehindDoNotReachTheNextRun() {
    run(
        "new Thread(() -> { while (true) java.util.concurrent.locks.LockSupport.park(); }).start();"
            + " return n + n;");
    assertThat(run(ToyLab.RIGHT).passed()).isTrue();
  }
}
