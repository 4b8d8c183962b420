package timeslice.workbook.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import timeslice.workbook.Exercise.Kind;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.Settings;
import timeslice.workbook.run.Verdict;
import timeslice.workbook.run.Verdict.Argument;
import timeslice.workbook.run.Verdict.State;
import timeslice.workbook.text.Library;
import timeslice.workbook.text.PageWords;

class PageTest {
  private static final Settings PLAIN = new Settings(Settings.DEFAULT_SEED, Settings.GATE, null);

  private static Verdict law(String name, State state, String why, Argument... example) {
    return new Verdict("2.1", "LruTlbProperties", name, state, why, List.of(example), 1, "42");
  }

  private static Standing standing(String id, Kind kind, String file, Verdict... laws) {
    return new Standing(ExerciseId.parse(id), kind, false, List.of(file), List.of(laws));
  }

  private static Standing addresses(State state) {
    return standing(
        "1.1",
        Kind.BUILD,
        "ch1/AddressSplit.java",
        law("pageAndOffsetTogetherAreTheAddress", state, ""));
  }

  private static Standing bet(State state, String value) {
    return standing(
        "2.0",
        Kind.PREDICT,
        "ch2/Predictions.java",
        new Verdict("2.0", "P", "hits", state, "", List.of(new Argument("hits", value)), 1, "42"));
  }

  private static Standing wrongLru() {
    return standing(
        "2.1",
        Kind.BUILD,
        "ch2/LruTlb.java",
        law(
            "aLookupCountsAsAUse",
            State.FALSIFIED,
            "frame of page 0, which was used last: expected: 10, but was: 3",
            new Argument("pages", "[0, 1, 0, 2]")),
        law("whatItRemembersIsTrue", State.PASSED, ""));
  }

  private static Standing closed(String id, String why) {
    return standing(id, Kind.BUILD, "ch3/Pcb.java", law("itIsSaved", State.CLOSED, why));
  }

  private static String page(boolean korean, Settings settings, Standing... standings) {
    URL texts = PageTest.class.getResource("/page/");
    Library library = new Library(new URLClassLoader(new URL[] {texts}, null), korean);
    return new Page(List.of(standings), library, new Bets(null), settings, PageWords.read(korean))
        .text();
  }

  @Test
  void aFreshLabNamesTheFirstFileToWrite() {
    assertThat(page(false, PLAIN, addresses(State.NOT_WRITTEN), closed("3.1", "opens later")))
        .isEqualTo(
            """

              Chapter 1 · Addresses                                     0 of 1 exercises
                · 1.1  Split an address                                 not written yet
                     write: ch1/AddressSplit.java; read: ch1/README.md, section 1.1
              Chapter 3                                                 opens later

            """);
  }

  @Test
  void aWrongAnswerShowsTheBrokenLawWithItsExample() {
    assertThat(
            page(
                false,
                PLAIN,
                addresses(State.PASSED),
                bet(State.PASSED, "0"),
                wrongLru(),
                closed("3.1", "opens when chapter 2 is done")))
        .isEqualTo(
            """

              Chapter 1 · Addresses                                     ✓ done
              Chapter 2 · The TLB                                       0 of 1 exercises
                ✓ 2.0  Four entries, a loop of six                      1/1
                ✗ 2.1  A TLB that forgets the page unused for longest   1/2
                     ✗ a lookup counts as a use
                       frame of page 0, which was used last: expected: 10, but was: 3
                       pages = [0, 1, 0, 2]
                     write: ch2/LruTlb.java; read: ch2/README.md, section 2.1; stuck? ch2/hints.md
              Chapter 3                                                 opens when chapter 2 is done

            """);
  }

  @Test
  void theSamePageInKorean() {
    assertThat(
            page(
                true,
                PLAIN,
                addresses(State.PASSED),
                bet(State.PASSED, "0"),
                wrongLru(),
                closed("3.1", "2장을 끝내면 열린다")))
        .isEqualTo(
            """

              1장 · 주소                                                ✓ 완료
              2장 · TLB                                                 1문제 중 0문제
                ✓ 2.0  항목 넷, 페이지 여섯의 순환                      1/1
                ✗ 2.1  가장 오래 쓰지 않은 페이지를 잊는 TLB            1/2
                     ✗ 조회도 사용이다
                       frame of page 0, which was used last: expected: 10, but was: 3
                       pages = [0, 1, 0, 2]
                     작성할 파일: ch2/LruTlb.java, 읽을 곳: ch2/README.ko.md의 2.1절, 막히면 ch2/hints.md
              3장                                                       2장을 끝내면 열린다

            """);
  }

  @Test
  void aSeedOfOnesOwnIsShownWithTheWayToRepeat() {
    Settings seeded = new Settings(7, Settings.GATE, null);
    assertThat(page(false, seeded, wrongLru()))
        .contains("All examples came from seed 7. To see the same again: mvn test -Dseed=7");
    assertThat(page(false, PLAIN, wrongLru())).doesNotContain("seed");
  }

  @Test
  void aSettingThatMakesNoSenseIsAllThePageSays() {
    Settings wrong = new Settings(42, Settings.GATE, "The seed must be a number.");
    assertThat(page(false, wrong, wrongLru())).isEqualTo("\n  The seed must be a number.\n\n");
  }

  @Test
  void anExerciseTakesADozenLinesAtMostHoweverManyLawsBreak() {
    Verdict[] laws = new Verdict[30];
    for (int i = 0; i < laws.length; i++) {
      laws[i] =
          law(
              "law" + i,
              State.FALSIFIED,
              "a drawing\n".repeat(40),
              new Argument("n", "9 ".repeat(90)));
    }
    String text = page(false, PLAIN, standing("2.1", Kind.BUILD, "ch2/LruTlb.java", laws));
    assertThat(text.lines().filter(line -> line.startsWith("    "))).hasSizeLessThanOrEqualTo(13);
    assertThat(text.lines()).allMatch(line -> line.length() <= Page.WIDTH);
    assertThat(text)
        .contains("… and 29 more laws do not hold yet; to see all: mvn test -Dchapter=2");

    Settings asked = new Settings(Settings.DEFAULT_SEED, 2, null);
    String all = page(false, asked, standing("2.1", Kind.BUILD, "ch2/LruTlb.java", laws));
    assertThat(all).contains("✗ law29").doesNotContain("more law");
  }

  private static Standing lru(State... states) {
    Verdict[] laws = new Verdict[states.length];
    for (int i = 0; i < laws.length; i++) {
      laws[i] = law("law" + i, states[i], "");
    }
    return standing("2.1", Kind.BUILD, "ch2/LruTlb.java", laws);
  }

  @Test
  void whatHoldsAlreadyIsSaidBesideWhatWaitsForATodo() {
    String part = page(false, PLAIN, lru(State.PASSED, State.NOT_WRITTEN, State.NOT_WRITTEN));
    assertThat(part)
        .contains(
            "    · 2.1  A TLB that forgets the page unused for longest   1/3, 2 wait for a todo")
        .contains("write: ch2/LruTlb.java");
    assertThat(page(false, PLAIN, lru(State.PASSED, State.FALSIFIED, State.NOT_WRITTEN)))
        .contains(
            "    ✗ 2.1  A TLB that forgets the page unused for longest   1/3, 1 waits for a todo")
        .contains("✗ law1");
    assertThat(page(true, PLAIN, lru(State.PASSED, State.NOT_WRITTEN, State.NOT_WRITTEN)))
        .contains("1/3, 2개는 todo를 기다린다");
    assertThat(page(false, PLAIN, lru(State.NOT_WRITTEN, State.NOT_WRITTEN)))
        .contains("longest   not written yet");
  }

  @Test
  void aShortcutIsToldOnceForAllLaws() {
    String why =
        "LruTlb uses timeslice.memory.SetAssociativeTlb, which is closed to 2.1: build it yourself";
    Standing shortcut =
        standing(
            "2.1",
            Kind.BUILD,
            "ch2/LruTlb.java",
            law("a", State.SHORTCUT, why),
            law("b", State.SHORTCUT, why));
    assertThat(page(false, PLAIN, shortcut))
        .isEqualTo(
            """

              Chapter 2 · The TLB                                       0 of 1 exercises
                ✗ 2.1  A TLB that forgets the page unused for longest   0/2
                     LruTlb uses timeslice.memory.SetAssociativeTlb, which is closed to 2.1: build it yourself
                     write: ch2/LruTlb.java; read: ch2/README.md, section 2.1; stuck? ch2/hints.md

            """);
  }

  @Test
  void aLostBetIsNoMistakeAndHasNoHints() {
    assertThat(page(false, PLAIN, bet(State.FALSIFIED, "4")))
        .contains(
            "    ~ 2.0  Four entries, a loop of six                      0/1, a bet weighs nothing")
        .contains("         ~ ")
        .contains("section 2.0\n")
        .doesNotContain("✗")
        .doesNotContain("stuck?");
  }

  @Test
  void aLongTitleKeepsToItsColumn() {
    assertThat(Columns.shorten("a title that is much too long", 12)).isEqualTo("a title tha…");
    assertThat(Columns.shorten("가나다라", 6)).isEqualTo("가나…");
    assertThat(Columns.shorten("it fits", 7)).isEqualTo("it fits");
  }

  @Test
  void aBetThatWasChangedIsRemembered(@TempDir Path folder) {
    Path file = folder.resolve(".timeslice/bets.properties");
    bet(State.FALSIFIED, "4").verdicts().forEach(new Bets(file)::keep);
    bet(State.PASSED, "0").verdicts().forEach(new Bets(file)::keep);
    URL texts = PageTest.class.getResource("/page/");
    Library library = new Library(new URLClassLoader(new URL[] {texts}, null), false);
    String text =
        new Page(
                List.of(bet(State.PASSED, "0"), wrongLru()),
                library,
                new Bets(file),
                PLAIN,
                PageWords.read(false))
            .text();
    assertThat(text).contains("hits: your first bet was 4, and it is 0");
  }

  @Test
  void aWholeLabThatHoldsIsCongratulated() {
    Standing lru =
        standing("2.1", Kind.BUILD, "f", law("a", State.PASSED, ""), law("b", State.PASSED, ""));
    Standing sets = standing("2.2", Kind.BUILD, "f", law("a", State.PASSED, ""));
    assertThat(page(false, PLAIN, addresses(State.PASSED), bet(State.PASSED, "0"), lru, sets))
        .contains("Every law of this lab holds.");
    assertThat(page(false, PLAIN, lru))
        .as("a part only")
        .contains("All laws that were run hold. mvn test runs the whole lab.");
  }
}
