package timeslice.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Two languages agree: in shape, code, pictures and laws, and the Korean is of today's English. */
class LanguagesTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d+}");

  @TestFactory
  Stream<DynamicNode> twoLanguagesAgree() {
    return Texts.all().stream()
        .filter(Texts::isKorean)
        .map(
            korean ->
                dynamicTest(
                    Workbook.relative(korean),
                    () -> agree(Text.of(Texts.english(korean)), Text.of(korean))));
  }

  private static void agree(Text english, Text korean) {
    assertThat(korean.sections().stream().map(Text.Section::shape))
        .as("levels and exercise ids of the headings of %s", Workbook.relative(korean.file()))
        .isEqualTo(english.sections().stream().map(Text.Section::shape).toList());
    boolean stamped =
        Texts.isOfChapter(korean.file())
            || korean.sections().stream().anyMatch(section -> !section.stamp().isEmpty());
    var all = new SoftAssertions();
    var stale = new ArrayList<String>();
    for (int i = 0; i < english.sections().size(); i++) {
      var en = english.sections().get(i);
      var ko = korean.sections().get(i);
      String where = "in \"" + ko.heading() + "\", from \"" + en.heading() + "\": ";
      all.assertThat(ko.codeBlocks()).as(where + "code blocks").isEqualTo(en.codeBlocks());
      all.assertThat(ko.laws()).as(where + "law keys").isEqualTo(en.laws());
      all.assertThat(ko.live()).as(where + "live figures").isEqualTo(en.live());
      all.assertThat(ko.images().stream().map(LanguagesTest::english))
          .as(where + "pictures")
          .isEqualTo(en.images());
      if (stamped && en.level() > 0 && !ko.stamp().equals(en.hash())) {
        stale.add(ko.heading());
      }
    }
    all.assertThat(stale)
        .as(
            "sections whose English has changed since the Korean was written; review them, then:"
                + " %s",
            Stamp.command(korean.file()))
        .isEmpty();
    all.assertAll();
  }

  private static String english(String picture) {
    return picture.replace(".ko.svg", ".svg");
  }

  @TestFactory
  Stream<DynamicNode> everyTextHasItsSibling() {
    return Texts.all().stream()
        .filter(text -> !Texts.isKorean(text))
        .filter(Texts::isForReaders)
        .map(
            text ->
                dynamicTest(
                    Workbook.relative(text), () -> assertThat(Texts.korean(text)).exists()));
  }

  @TestFactory
  Stream<DynamicNode> wordsHaveTheSameKeys() throws IOException {
    return Texts.words().stream()
        .map(
            pair ->
                dynamicTest(
                    Workbook.relative(pair.getLast()),
                    () -> {
                      var english = words(pair.getFirst());
                      var korean = words(pair.getLast());
                      assertThat(korean.keySet()).isEqualTo(english.keySet());
                      english.forEach(
                          (key, text) ->
                              assertThat(places(korean.getOrDefault(key, "")))
                                  .as("places in " + key)
                                  .isEqualTo(places(text)));
                    }));
  }

  private static Map<String, String> words(Path file) throws IOException {
    var properties = new Properties();
    properties.load(new StringReader(Files.readString(file)));
    var words = new TreeMap<String, String>();
    properties.forEach((key, value) -> words.put((String) key, (String) value));
    return words;
  }

  private static List<String> places(String text) {
    return PLACE.matcher(text).results().map(it -> it.group()).distinct().sorted().toList();
  }
}
