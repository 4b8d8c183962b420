package timeslice.solutions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/**
 * Writes into a Korean text which English each section was written from. To run it is a
 * translator's statement: I have read both, and they say the same.
 */
public final class Stamp {
  private static final String USAGE =
      "Say which Korean file you have reviewed, and if not all of it, which section:"
          + " mvn -q -pl solutions -am test-compile exec:exec@stamp"
          + " -Dstamp=lab-context-switch/ch2/README.ko.md [-Dsection=2.1]";

  private Stamp() {}

  /** What to type when a Korean file has been reviewed. */
  static String command(Path korean) {
    return "mvn -q -pl solutions -am test-compile exec:exec@stamp -Dstamp="
        + Workbook.relative(korean);
  }

  /** The file, from the root; then, if not all of it was reviewed, words of the heading. */
  public static void main(String[] arguments) throws IOException {
    String complaint = arguments.length == 0 || arguments.length > 2 ? USAGE : stamp(arguments);
    if (!complaint.isEmpty()) {
      System.err.println(complaint);
      System.exit(1);
    }
  }

  private static String stamp(String[] arguments) throws IOException {
    String name = arguments[0];
    String words = arguments.length == 2 ? arguments[1] : "";
    Path korean = Workbook.ROOT.resolve(name).normalize();
    if (name.isBlank() || !Texts.isKorean(korean)) {
      return USAGE;
    }
    if (!Files.exists(korean) || !Files.exists(Texts.english(korean))) {
      return "There is no " + name + " with an English sibling.";
    }
    Text ko = Text.of(korean);
    Text en = Text.of(Texts.english(korean));
    if (!shapes(ko).equals(shapes(en))) {
      return "The headings differ, so that sections cannot be paired: Korean "
          + shapes(ko)
          + ", English "
          + shapes(en);
    }
    var lines = new ArrayList<String>();
    int stamped = 0;
    for (int i = 0; i < ko.sections().size(); i++) {
      Text.Section section = ko.sections().get(i);
      Text.Section english = en.sections().get(i);
      boolean asked = section.heading().contains(words) || english.heading().contains(words);
      if (section.level() == 0 || !asked || section.stamp().equals(english.hash())) {
        lines.addAll(section.lines());
      } else {
        lines.add(section.lines().getFirst());
        lines.add("<!-- en:" + english.hash() + " -->");
        lines.addAll(
            section.lines().subList(section.stamp().isEmpty() ? 1 : 2, section.lines().size()));
        System.out.println("stamped \"" + section.heading() + "\"");
        stamped++;
      }
    }
    if (stamped == 0) {
      System.out.println("nothing to stamp");
    } else {
      Files.writeString(korean, String.join("\n", lines).stripTrailing() + "\n");
    }
    return "";
  }

  private static java.util.List<String> shapes(Text text) {
    return text.sections().stream().map(Text.Section::shape).toList();
  }
}
