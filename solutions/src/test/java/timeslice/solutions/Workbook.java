package timeslice.solutions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import timeslice.workbook.harness.Bench;
import timeslice.workbook.harness.Harness;
import timeslice.workbook.harness.Lab;
import timeslice.workbook.harness.Settings;
import timeslice.workbook.harness.Sources;

/** The repository that is under test: its labs, their answers, and one harness for all of them. */
final class Workbook {
  /** The repository's root. */
  static final Path ROOT = root();

  /** One harness for the life of this JVM; {@link Summary} closes it. */
  static final Harness HARNESS = new Harness(Settings.standard());

  private static final Map<Lab, Bench> SOLUTIONS = new ConcurrentHashMap<>();
  private static final Map<Lab, Bench> SHIPPED = new ConcurrentHashMap<>();

  private Workbook() {}

  private static Path root() {
    String given = System.getProperty("timeslice.root", "");
    Path folder = Path.of(given).toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("solutions/src"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException(
          "no workbook is here or above: run this inside the repository, or say -Dtimeslice.root=");
    }
    return folder;
  }

  /** Every lab, ready or not. */
  static List<Lab> labs() {
    return Lab.in(ROOT);
  }

  /** The labs that have laws; the others open later. */
  static List<Lab> open() {
    return labs().stream().filter(lab -> Files.isDirectory(lab.laws())).toList();
  }

  /** The reference answers to a lab. */
  static Path answers(Lab lab) {
    return ROOT.resolve("solutions").resolve(lab.name()).resolve("src/main/java");
  }

  /** The wrong answers to a lab: {@code exercise/slug/…java}. */
  static Path misconceptions(Lab lab) {
    return ROOT.resolve("solutions").resolve(lab.name()).resolve("misconceptions");
  }

  /** A lab with the reference answers. */
  static Bench solutions(Lab lab) {
    return SOLUTIONS.computeIfAbsent(lab, it -> HARNESS.bench(it, Sources.in(answers(it))));
  }

  /** A lab with what stands in it now: skeletons, or what a reader has made of them. */
  static Bench shipped(Lab lab) {
    return SHIPPED.computeIfAbsent(lab, it -> HARNESS.bench(it, Sources.in(it.answers())));
  }

  /** Whether a changed skeleton is an error rather than a reader's progress. */
  static boolean strict() {
    return Boolean.getBoolean("timeslice.strict");
  }

  /** The base seeds to run: the readers' own first. */
  static List<String> seeds() {
    int count = Integer.getInteger("timeslice.seeds", 3);
    return IntStream.range(0, count).mapToObj(i -> Integer.toString(42 + i)).toList();
  }

  /** A path as it is written in texts: from the root, with {@code /}. */
  static String relative(Path path) {
    return ROOT.relativize(path.toAbsolutePath().normalize()).toString().replace('\\', '/');
  }
}
