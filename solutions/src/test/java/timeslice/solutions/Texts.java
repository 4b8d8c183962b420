package timeslice.solutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import timeslice.workbook.harness.Lab;

/** Where the workbook's texts stand. */
final class Texts {
  private static final Path PAGE =
      Workbook.ROOT.resolve("workbook/kit/src/main/resources/timeslice/workbook/page");

  private Texts() {}

  /** Every Markdown file of the root, the labs, their chapters, and solutions. */
  static List<Path> all() {
    var all = new ArrayList<Path>();
    all.addAll(files(Workbook.ROOT, ".md"));
    all.addAll(files(Workbook.ROOT.resolve("solutions"), ".md"));
    for (Lab lab : Workbook.labs()) {
      all.addAll(files(lab.folder(), ".md"));
      chapters(lab).forEach(chapter -> all.addAll(files(chapter, ".md")));
    }
    return all;
  }

  /** A lab's folders {@code chN}. */
  static List<Path> chapters(Lab lab) {
    try (var entries = Files.list(lab.folder())) {
      return entries
          .filter(Files::isDirectory)
          .filter(folder -> folder.getFileName().toString().matches("ch\\d+"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of a folder with a name that ends so, by name. */
  static List<Path> files(Path folder, String ending) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var entries = Files.list(folder)) {
      return entries
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(ending))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static boolean isKorean(Path text) {
    return text.getFileName().toString().endsWith(".ko.md");
  }

  /** Whether it is for readers, and so in two languages; what is for contributors is not. */
  static boolean isForReaders(Path text) {
    String name = text.getFileName().toString();
    return name.equals("README.md") || name.equals("hints.md");
  }

  static boolean isOfChapter(Path text) {
    Path folder = text.toAbsolutePath().getParent();
    return folder != null && folder.getFileName().toString().matches("ch\\d+");
  }

  static Path english(Path korean) {
    return korean.resolveSibling(korean.getFileName().toString().replace(".ko.md", ".md"));
  }

  static Path korean(Path english) {
    return english.resolveSibling(english.getFileName().toString().replace(".md", ".ko.md"));
  }

  /** Pairs of word lists, English and Korean: the pictures' and the page's. */
  static List<List<Path>> words() {
    var pairs = new ArrayList<List<Path>>();
    if (Files.exists(PAGE.resolve("page.properties"))) {
      pairs.add(List.of(PAGE.resolve("page.properties"), PAGE.resolve("page_ko.properties")));
    }
    for (Lab lab : Workbook.labs()) {
      for (Path chapter : chapters(lab)) {
        if (Files.exists(chapter.resolve("pictures.properties"))) {
          pairs.add(
              List.of(
                  chapter.resolve("pictures.properties"),
                  chapter.resolve("pictures.ko.properties")));
        }
      }
    }
    return pairs;
  }
}
