package timeslice.workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import timeslice.workbook.ExerciseId;

class ChapterTextTest {
  private static String read(String file) throws IOException {
    try (InputStream in = ChapterTextTest.class.getResourceAsStream("/page/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aChapterIsReadFromItsMarkdown() throws IOException {
    Chapter chapter = ChapterText.chapter(2, read("ch2/README.md"));
    assertThat(chapter.title()).isEqualTo("Chapter 2 · The TLB");
    assertThat(chapter.minutes()).isEqualTo(60);
    assertThat(chapter.exercises())
        .extracting(s -> s.id().toString(), Chapter.Section::title, Chapter.Section::star)
        .containsExactly(
            tuple("2.0", "Four entries, a loop of six", false),
            tuple("2.1", "A TLB that forgets the page unused for longest", false),
            tuple("2.2", "Sets and ways", true));
  }

  @Test
  void anExerciseHasItsTimeItsFileAndItsLawsInOrder() throws IOException {
    Chapter.Section lru =
        ChapterText.chapter(2, read("ch2/README.md"))
            .section(ExerciseId.parse("2.1"))
            .orElseThrow();
    assertThat(lru.minutes()).isEqualTo(20);
    assertThat(lru.file()).isEqualTo("ch2/LruTlb.java");
    assertThat(lru.laws())
        .containsExactly(
            Map.entry("whatItRemembersIsTrue", "what it remembers is true"),
            Map.entry("aLookupCountsAsAUse", "a lookup counts as a use"));
  }

  @Test
  void aKoreanChapterIsReadTheSameWay() throws IOException {
    Chapter chapter = ChapterText.chapter(2, read("ch2/README.ko.md"));
    assertThat(chapter.title()).isEqualTo("2장 · TLB");
    assertThat(chapter.minutes()).isEqualTo(60);
    assertThat(chapter.section(ExerciseId.parse("2.2")).orElseThrow().minutes()).isEqualTo(15);
  }

  @Test
  void hintsAreReadByExercise() throws IOException {
    assertThat(ChapterText.hints(read("ch2/hints.md")))
        .containsExactly(
            Map.entry(
                ExerciseId.parse("2.1"),
                List.of(
                    "What does a lookup change?",
                    "LinkedHashMap can keep an order.",
                    "Nearly there.")),
            Map.entry(ExerciseId.parse("2.2"), List.of("Which bits choose the set?")));
  }

  @Test
  void aTextThatIsNoChapterIsEmptyAndNoError() {
    assertThat(ChapterText.chapter(3, "")).isEqualTo(Chapter.without(3));
    assertThat(ChapterText.hints("nothing")).isEmpty();
  }
}
