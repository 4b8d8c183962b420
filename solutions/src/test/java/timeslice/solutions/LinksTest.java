package timeslice.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Links between our own files lead somewhere. */
class LinksTest {

  @TestFactory
  Stream<DynamicNode> linksLeadSomewhere() {
    return Texts.all().stream()
        .map(
            file ->
                dynamicTest(
                    Workbook.relative(file), () -> assertThat(broken(Text.of(file))).isEmpty()));
  }

  private static List<String> broken(Text text) {
    var broken = new ArrayList<String>();
    for (Text.Section section : text.sections()) {
      for (String link : section.links()) {
        if (!link.matches("[a-z]+:.*") && !leads(text.file(), link)) {
          broken.add(link + " in \"" + section.heading() + "\"");
        }
      }
    }
    return broken;
  }

  private static boolean leads(Path from, String link) {
    int mark = link.indexOf('#');
    String path = mark < 0 ? link : link.substring(0, mark);
    Path target = path.isEmpty() ? from : from.resolveSibling(path).normalize();
    if (!Files.exists(target) || !target.startsWith(Workbook.ROOT)) {
      return false;
    }
    return mark < 0
        || !target.toString().endsWith(".md")
        || anchors(Text.of(target)).contains(link.substring(mark + 1));
  }

  /** As GitHub makes them of headings. */
  private static List<String> anchors(Text text) {
    var anchors = new ArrayList<String>();
    Map<String, Integer> seen = new HashMap<>();
    for (Text.Section section : text.sections()) {
      String anchor =
          section
              .heading()
              .toLowerCase(java.util.Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
              .replace(' ', '-');
      int times = seen.merge(anchor, 1, Integer::sum) - 1;
      anchors.add(times == 0 ? anchor : anchor + "-" + times);
    }
    return anchors;
  }
}
