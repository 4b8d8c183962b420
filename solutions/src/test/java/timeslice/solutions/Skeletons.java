package timeslice.solutions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.harness.Sources;
import timeslice.workbook.harness.Task;

/**
 * The skeletons as they are shipped, by the hashes that were generated: what differs from them is a
 * reader's work, and none of our business.
 */
final class Skeletons {
  /** In {@code sha256sum}'s format, paths from the root. */
  static final Path LIST = Workbook.ROOT.resolve("solutions/src/test/resources/skeletons.sha256");

  private Skeletons() {}

  /** What the list would say now. */
  static String list() {
    var lines = new StringBuilder();
    current().forEach((path, hash) -> lines.append(hash).append("  ").append(path).append('\n'));
    return lines.toString();
  }

  private static SortedMap<String, String> current() {
    var hashes = new TreeMap<String, String>();
    for (Lab lab : Workbook.open()) {
      String folder = Workbook.relative(lab.answers());
      Sources.in(lab.answers())
          .texts()
          .forEach((path, text) -> hashes.put(folder + "/" + path, Sources.sha256(text)));
    }
    return hashes;
  }

  private static SortedMap<String, String> shipped() {
    var hashes = new TreeMap<String, String>();
    try {
      if (Files.exists(LIST)) {
        for (String line : Files.readAllLines(LIST)) {
          int gap = line.indexOf("  ");
          hashes.put(line.substring(gap + 2), line.substring(0, gap));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return hashes;
  }

  /** Files of a lab that are not as shipped: changed, new or gone; from the root. */
  static List<String> changed(Lab lab) {
    var shipped = shipped();
    var current = current();
    var all = new TreeMap<>(shipped);
    all.putAll(current);
    var changed = new ArrayList<String>();
    for (String path : all.keySet()) {
      if (path.startsWith(lab.name() + "/")
          && !java.util.Objects.equals(shipped.get(path), current.get(path))) {
        changed.add(path);
      }
    }
    return changed;
  }

  /** Where the answers to an exercise stand, from the root. */
  static List<String> files(Lab lab, Task task) {
    return task.answers().stream()
        .map(name -> Workbook.relative(lab.answers()) + "/" + file(name))
        .toList();
  }

  /** The source file of a class, from its source folder. */
  static String file(String binaryName) {
    int nested = binaryName.indexOf('$');
    String outer = nested < 0 ? binaryName : binaryName.substring(0, nested);
    return outer.replace('.', '/') + ".java";
  }
}
