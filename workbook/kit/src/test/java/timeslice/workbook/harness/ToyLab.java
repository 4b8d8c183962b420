package timeslice.workbook.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A lab of two exercises in a folder of a test, and answers to it. */
final class ToyLab {
  static final String RIGHT = "return n + n;";
  static final String TODO = "return timeslice.Todo.todo(\"1.1: double it\");";

  private static final String DOUBLING_LAWS =
      """
      package timeslice.lab.toy.ch1;

      import static org.assertj.core.api.Assertions.assertThat;

      import net.jqwik.api.Example;
      import net.jqwik.api.ForAll;
      import net.jqwik.api.Property;
      import net.jqwik.api.constraints.IntRange;
      import timeslice.workbook.Exercise;

      @Exercise(value = "1.1", answers = Doubling.class, closed = "java.math")
      public class DoublingProperties {
        @Example
        public void twoAndTwoIsFour() {
          assertThat(new Doubling().of(2)).as("twice 2").isEqualTo(4);
        }

        @Property(tries = 50)
        public void theDoubleIsTwiceTheNumber(@ForAll @IntRange(min = 0, max = 1000) int n) {
          assertThat(new Doubling().of(n)).as("twice " + n).isEqualTo(2 * n);
        }
      }
      """;

  private static final String NAMING_LAWS =
      """
      package timeslice.lab.toy.ch2;

      import static org.assertj.core.api.Assertions.assertThat;

      import net.jqwik.api.Example;
      import timeslice.workbook.Exercise;

      @Exercise(value = "2.1", answers = Naming.class, optional = true, weight = 3)
      public class NamingProperties {
        @Example
        public void itHasAName() {
          assertThat(new Naming().name()).isEqualTo("toy");
        }
      }
      """;

  private ToyLab() {}

  static Lab in(Path folder) throws IOException {
    write(folder, "src/test/java/timeslice/lab/toy/ch1/DoublingProperties.java", DOUBLING_LAWS);
    write(folder, "src/test/java/timeslice/lab/toy/ch2/NamingProperties.java", NAMING_LAWS);
    return new Lab(folder);
  }

  /** Answers whose 1.1 has this method body; 2.1 is right. */
  static Sources answers(String body) {
    return new Sources(
        new TreeMap<>(
            Map.of(
                "timeslice/lab/toy/ch1/Doubling.java",
                doubling(body),
                "timeslice/lab/toy/ch2/Naming.java",
                """
                package timeslice.lab.toy.ch2;

                public class Naming {
                  public String name() {
                    return "toy";
                  }
                }
                """)));
  }

  /** Only 1.1, to be laid over other answers. */
  static Sources overlay(String body) {
    return new Sources(
        new TreeMap<>(Map.of("timeslice/lab/toy/ch1/Doubling.java", doubling(body))));
  }

  private static String doubling(String body) {
    return """
    package timeslice.lab.toy.ch1;

    public class Doubling {
      public int of(int n) {
        BODY
      }
    }
    """
        .replace("BODY", body);
  }

  private static void write(Path folder, String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
