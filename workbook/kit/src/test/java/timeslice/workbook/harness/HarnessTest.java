package timeslice.workbook.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeslice.workbook.Exercise;

class HarnessTest {
  private static final Harness HARNESS =
      new Harness(Settings.standard().withLanes(1).withSilence(Duration.ofSeconds(20)));

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
  private static void assertCaught(Report report, Verdict verdict, String sentence) {
    LawResult law = law(report, "twoAndTwoIsFour");
    assertThat(law.verdict()).as(law.message()).isEqualTo(verdict);
    assertThat(law.message()).contains(sentence);
    assertThat(law(report, "theDoubleIsTwiceTheNumber").passed()).isFalse();
    assertThat(law(report, "itHasAName").verdict()).isEqualTo(Verdict.PASSED);
    assertThat(report.passed()).isFalse();
  }

  @Test
  void exercisesAreReadFromBytecode() {
    Bench bench = HARNESS.bench(lab, ToyLab.answers(ToyLab.RIGHT));
    assertThat(bench.tasks())
        .containsExactly(
            new Task(
                "1.1",
                Exercise.Kind.BUILD,
                false,
                1,
                java.util.List.of("timeslice.lab.toy.ch1.Doubling"),
                java.util.List.of("java.math"),
                "timeslice.lab.toy.ch1.DoublingProperties",
                java.util.List.of("theDoubleIsTwiceTheNumber", "twoAndTwoIsFour")),
            new Task(
                "2.1",
                Exercise.Kind.BUILD,
                true,
                3,
                java.util.List.of("timeslice.lab.toy.ch2.Naming"),
                java.util.List.of(),
                "timeslice.lab.toy.ch2.NamingProperties",
                java.util.List.of("itHasAName")));
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
    assertThat(law.verdict()).isEqualTo(Verdict.FALSIFIED);
    assertThat(law.message()).contains("twice 1");
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    assertThat(messages(run("return n < 700 ? n + n : n;")))
        .isEqualTo(messages(run("return n < 700 ? n + n : n;")));
  }

  private static java.util.List<String> messages(Report report) {
    return report.tasks().stream()
        .flatMap(task -> task.laws().stream())
        .map(LawResult::message)
        .toList();
  }

  @Test
  void aSkeletonIsNotWrittenRatherThanWrong() {
    Report report = run(ToyLab.TODO);
    assertThat(law(report, "twoAndTwoIsFour").verdict()).isEqualTo(Verdict.NOT_WRITTEN);
    assertThat(law(report, "theDoubleIsTwiceTheNumber").verdict()).isEqualTo(Verdict.NOT_WRITTEN);
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
    Report report = run("return org.assertj.core.api.Assertions.assertThat(n) == null ? 0 : 2 * n;");
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
        run("System.exit(0); return 4;"), Verdict.DIED, "ended the JVM (System.exit, status 0)");
  }

  @Test
  void anAnswerThatHaltsTheJvmIsCaught() {
    assertCaught(run("Runtime.getRuntime().halt(7); return 4;"), Verdict.DIED, "status 7");
  }

  @Test
  void anAnswerThatExhaustsTheHeapIsCaught() {
    assertCaught(
        run("var all = new java.util.ArrayList<long[]>(); while (true) all.add(new long[1 << 20]);"),
        Verdict.DIED,
        "ran out of memory");
  }

  @Test
  void anAnswerThatCallsItselfForEverIsCaught() {
    Report report = run("return of(n);");
    assertThat(law(report, "twoAndTwoIsFour").verdict()).isEqualTo(Verdict.FALSIFIED);
  }

  @Test
  void anAnswerThatSpinsIsCaught() {
    assertCaught(run("while (true) { Thread.onSpinWait(); }"), Verdict.HUNG, "");
  }

  @Test
  void anAnswerThatWaitsForEverIsCaught() {
    assertCaught(
        run(
            "try { new java.util.concurrent.CountDownLatch(1).await(); }"
                + " catch (InterruptedException e) { } return 4;"),
        Verdict.HUNG,
        "");
  }

  @Test
  void anAnswerThatPrintsAGigabyteIsCaught() {
    Report report =
        run(
            "String line = \"x\".repeat(1 << 20);"
                + " for (int i = 0; i < 1024; i++) System.out.println(line); return n + n;");
    assertThat(law(report, "itHasAName").passed()).isTrue();
  }

  @Test
  void threadsLeftBehindDoNotReachTheNextRun() {
    run("new Thread(() -> { while (true) Thread.onSpinWait(); }).start(); return n + n;");
    assertThat(run(ToyLab.RIGHT).passed()).isTrue();
  }
}
