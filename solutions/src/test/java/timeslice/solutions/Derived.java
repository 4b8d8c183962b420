package timeslice.solutions;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import timeslice.picture.Words;
import timeslice.workbook.Pictures;
import timeslice.workbook.harness.Bench;
import timeslice.workbook.harness.Lab;

/** Everything that is written by a command, and what it should say today. */
final class Derived {
  private static final String MARK = "timeslice/workbook/Pictures";
  private static final Pattern CHAPTER = Pattern.compile("\\.(ch\\d+)\\.");

  private Derived() {}

  /** The pictures of a lab's chapters, both languages: file to text. */
  static SortedMap<Path, String> pictures(Lab lab) {
    var files = new TreeMap<Path, String>();
    Bench bench = Workbook.solutions(lab);
    if (!bench.errors().isEmpty()) {
      throw new IllegalStateException(
          "pictures need laws that compile: " + bench.errors().getFirst());
    }
    for (String name : pictureClasses(bench)) {
      var chapter = CHAPTER.matcher(name);
      if (!chapter.find()) {
        throw new IllegalStateException("pictures belong to the package of a chapter: " + name);
      }
      Path folder = lab.folder().resolve(chapter.group(1));
      Words english = words(folder.resolve("pictures.properties"));
      Words korean = words(folder.resolve("pictures.ko.properties"));
      pictures(bench, name)
          .pictures()
          .forEach(
              (picture, drawing) -> {
                files.put(folder.resolve(picture + ".svg"), drawing.apply(english));
                files.put(folder.resolve(picture + ".ko.svg"), drawing.apply(korean));
              });
    }
    return files;
  }

  /** The picture of the README, in both languages: file to text. */
  static SortedMap<Path, String> frontPicture() {
    var files = new TreeMap<Path, String>();
    Path folder = Workbook.ROOT.resolve("docs");
    for (String language : List.of("", ".ko")) {
      Words words = words(folder.resolve("pictures" + language + ".properties"));
      files.put(folder.resolve(FrontPicture.NAME + language + ".svg"), FrontPicture.draw(words));
    }
    return files;
  }

  /** The pictures that stand in a lab's chapters. */
  static List<Path> pictureFiles(Lab lab) {
    var files = new ArrayList<Path>();
    Texts.chapters(lab).forEach(chapter -> files.addAll(Texts.files(chapter, ".svg")));
    return files;
  }

  private static List<String> pictureClasses(Bench bench) {
    var names = new ArrayList<String>();
    bench
        .laws()
        .classes()
        .forEach(
            (name, bytes) -> {
              if (ClassFile.of().parse(bytes).interfaces().stream()
                  .anyMatch(type -> type.asInternalName().equals(MARK))) {
                names.add(name);
              }
            });
    return names;
  }

  private static Pictures pictures(Bench bench, String name) {
    try {
      var constructor = bench.loader().loadClass(name).getDeclaredConstructor();
      return (Pictures) constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          name + " needs a public constructor without parameters: " + e, e);
    }
  }

  private static Words words(Path file) {
    var properties = new Properties();
    try {
      properties.load(new StringReader(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException("words of the pictures are missing: " + file, e);
    }
    Map<String, String> words = new HashMap<>();
    properties.forEach((key, value) -> words.put((String) key, (String) value));
    return new Words(words);
  }
}
