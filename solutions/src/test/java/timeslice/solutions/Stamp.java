package timeslice.solutions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

  /** The file, or the folder of a chapter; then, if not all was reviewed, words of a heading. */
  public static void main(String[] arguments) throws IOException {
    String complaint = arguments.length == 0 || arguments.length > 2 ? USAGE : stamp(arguments);
    if (!complaint.isEmpty()) {
      System.err.println(complaint);
      System.exit(1);
    }
  }

  private static String stamp(String[] arguments) throws IOException {
    String name = arguments[0].strip();
    String words = arguments.length == 2 ? arguments[1] : "";
    Path named = Workbook.ROOT.resolve(name).normalize();
    if (name.isEmpty()) {
      return USAGE;
    }
    if (!Files.exists(named)) {
      return "There is no " + name + ". " + USAGE;
    }
    var files = Files.isDirectory(named) ? Texts.files(named, ".ko.md") : List.of(named);
    for (Path korean : files) {
      if (!Texts.isKorean(korean) || !Files.exists(Texts.english(korean))) {
        return Workbook.relative(korean)
            + " is not a Korean text with an English sibling. "
            + USAGE;
      }
      String complaint = stamp(korean, words);
      if (!complaint.isEmpty()) {
        return complaint;
      }
    }
    return files.isEmpty() ? "There is no Korean text in " + name + ". " + USAGE : "";
  }

  private static String stamp(Path korean, String words) throws IOException {
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
        System.out.println(Workbook.relative(korean) + ": " + section.heading());
        stamped++;
      }
    }
    if (stamped == 0) {
      System.out.println("nothing to stamp in " + Workbook.relative(korean));
    } else {
      Files.writeString(korean, String.join("\n", lines).stripTrailing() + "\n");
    }
    return "";
  }

  private static List<String> shapes(Text text) {
    return text.sections().stream().map(Text.Section::shape).toList();
  }
}
