package timeslice.solutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import timeslice.workbook.harness.Lab;

/** What is derived is what the generate command would write today. */
class GenerateTest {

  @TestFactory
  Stream<DynamicNode> nothingIsDue() {
    return Stream.concat(
        Stream.of(dynamicContainer("README", front())),
        Workbook.open().stream().map(lab -> dynamicContainer(lab.name(), of(lab))));
  }

  private static Stream<DynamicNode> front() {
    return Derived.frontPicture().entrySet().stream()
        .map(picture -> isCurrent(picture.getKey(), picture.getValue()));
  }

  private static Stream<DynamicNode> of(Lab lab) {
    var tests = new ArrayList<DynamicNode>();
    if (!Workbook.solutions(lab).errors().isEmpty()) {
      return Stream.of(); // SolutionsTest says so
    }
    var pictures = Derived.pictures(lab);
    pictures.forEach((file, text) -> tests.add(isCurrent(file, text)));
    Contents.of(lab).forEach((file, text) -> tests.add(isCurrent(file, text)));
    tests.add(
        dynamicTest(
            "nothing else is drawn",
            () ->
                assertThat(new TreeSet<>(Derived.pictureFiles(lab)))
                    .as("pictures in the chapters, against those that are drawn; " + Generate.DUE)
                    .isEqualTo(pictures.keySet())));
    return tests.stream();
  }

  private static DynamicNode isCurrent(Path file, String text) {
    return dynamicTest(
        Workbook.relative(file),
        () -> {
          assertThat(file).as(Generate.DUE).exists();
          // Not isEqualTo: nobody wants to read two pictures as text.
          assertThat(Files.readString(file).replace("\r\n", "\n").equals(text))
              .as(
                  "%s is what the generate command would write; %s",
                  file.getFileName(), Generate.DUE)
              .isTrue();
        });
  }
}
