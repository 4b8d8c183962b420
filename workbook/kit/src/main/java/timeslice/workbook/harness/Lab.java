package timeslice.workbook.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One lab's folder: where its skeletons, laws and texts stand. */
public record Lab(Path folder) {

  public Lab {
    if (!Files.isDirectory(folder)) {
      throw new IllegalArgumentException("a lab is a folder, and there is none at " + folder);
    }
    folder = folder.toAbsolutePath().normalize();
  }

  /** The labs of a workbook: every folder {@code lab-*} that has a pom, by name. */
  public static List<Lab> in(Path root) {
    try (var entries = Files.list(root)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith("lab-"))
          .filter(entry -> Files.exists(entry.resolve("pom.xml")))
          .sorted()
          .map(Lab::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For example {@code lab-threads}. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** What the reader writes. */
  public Path answers() {
    return folder.resolve("src/main/java");
  }

  /** What checks the reader. */
  public Path laws() {
    return folder.resolve("src/test/java");
  }

  /** Where laws find their files: the chapter folders count as resources, as in the lab's pom. */
  List<Path> resources() {
    return List.of(folder.resolve("src/test/resources"), folder);
  }

  /** Where answers find their files. */
  List<Path> answerResources() {
    return List.of(folder.resolve("src/main/resources"));
  }
}
