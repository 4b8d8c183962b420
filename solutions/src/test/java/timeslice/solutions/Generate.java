package timeslice.solutions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import timeslice.workbook.harness.Lab;

/**
 * Writes everything that is derived: the list of skeletons, the pictures of the chapters and of the
 * README in both languages, and the tables of contents.
 */
public final class Generate {
  /** What to say when a derived file is not what it should be. */
  static final String DUE =
      "generate is due: mvn -q -pl solutions -am test-compile exec:exec@generate";

  private int written;

  private Generate() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    var generate = new Generate();
    generate.write(Skeletons.LIST, Skeletons.list());
    for (var picture : Derived.frontPicture().entrySet()) {
      generate.write(picture.getKey(), picture.getValue());
    }
    for (Lab lab : Workbook.open()) {
      var pictures = Derived.pictures(lab);
      for (var picture : pictures.entrySet()) {
        generate.write(picture.getKey(), picture.getValue());
      }
      for (Path file : Derived.pictureFiles(lab)) {
        if (!pictures.containsKey(file)) {
          Files.delete(file);
          generate.say("deleted " + Workbook.relative(file) + ": nothing draws it any more");
        }
      }
      for (var contents : Contents.of(lab).entrySet()) {
        generate.write(contents.getKey(), contents.getValue());
      }
    }
    System.out.println(
        generate.written == 0 ? "everything was as it should be" : generate.written + " files");
    Workbook.HARNESS.close();
  }

  private void write(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      say("wrote " + Workbook.relative(file));
    }
  }

  private void say(String what) {
    written++;
    System.out.println(what);
  }
}
