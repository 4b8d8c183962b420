package timeslice.workbook.harness;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.jar.JarFile;

/**
 * Runs labs: the only way there is, for the contract, watch, diagnosis and grading.
 *
 * <p>Safe for use by several threads; each {@link #run} waits for a free worker. Close it, and
 * nothing is left running.
 */
public final class Harness implements AutoCloseable {
  private static final int REMEMBERED = 64;

  private final Workers workers;
  private final MemoryCompiler answerCompiler;
  private final MemoryCompiler lawCompiler;
  private final Map<String, Compiled> compiled =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Compiled> eldest) {
              return size() > REMEMBERED;
            }
          });

  public Harness(Settings settings) {
    var all = classPath();
    workers = new Workers(settings);
    lawCompiler = new MemoryCompiler(all);
    // An answer sees what it sees under Maven: the machine model, and no test library.
    answerCompiler = new MemoryCompiler(all.stream().filter(Harness::isForAnswers).toList());
  }

  /** Compiles answers, and the lab's laws against them. */
  public Bench bench(Lab lab, Sources answers) {
    Compiled mine =
        remembered(
            lab.name() + answers.hash(), () -> answerCompiler.compile(answers, new TreeMap<>()));
    if (!mine.isFine()) {
      return new Bench(lab, mine, new Compiled(new TreeMap<>(), List.of()), List.of());
    }
    Sources laws = Sources.in(lab.laws());
    Compiled theirs =
        remembered(
            lab.name() + laws.hash() + mine.api(), () -> lawCompiler.compile(laws, mine.classes()));
    return new Bench(lab, mine, theirs, Task.in(theirs.classes()));
  }

  /**
   * Some files in place of those of the same class, everything else as it is. They are compiled
   * against the others; the laws are not compiled again.
   */
  public Bench overlay(Bench base, Sources files) {
    Compiled upper = answerCompiler.compile(files, base.answers().classes());
    return new Bench(base.lab(), base.answers().overlaidBy(upper), base.laws(), base.tasks());
  }

  /** Runs all laws. */
  public Report run(Bench bench, String seed) {
    return run(bench, bench.tasks(), seed, true);
  }

  /**
   * Runs the laws of some exercises: exactly those that the tasks name.
   *
   * @param seed the base seed; the same one gives the same verdicts and counterexamples
   * @param shrink whether to look for the smallest counterexample: slower, and only people read it
   */
  public Report run(Bench bench, List<Task> tasks, String seed, boolean shrink) {
    var errors = bench.errors();
    return errors.isEmpty()
        ? new Report(List.of(), workers.run(bench, tasks, seed, shrink))
        : new Report(errors, List.of());
  }

  @Override
  public void close() {
    workers.close();
  }

  private Compiled remembered(String key, Supplier<Compiled> compilation) {
    Compiled known = compiled.get(key);
    if (known == null) {
      known = compilation.get();
      compiled.put(key, known);
    }
    return known;
  }

  private static List<Path> classPath() {
    String path = System.getProperty("java.class.path");
    return Arrays.stream(path.split(File.pathSeparator, -1)).map(Path::of).toList();
  }

  private static boolean isForAnswers(Path entry) {
    return entry.equals(home(timeslice.Todo.class))
        || entry.equals(home(org.jspecify.annotations.NullMarked.class))
        || holds(entry, "timeslice/workbook/jvm");
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean holds(Path entry, String packagePath) {
    if (Files.isDirectory(entry)) {
      return Files.isDirectory(entry.resolve(packagePath));
    }
    try (var jar = new JarFile(entry.toFile())) {
      return jar.getEntry(packagePath + "/") != null
          || jar.getEntry(packagePath + "/package-info.class") != null;
    } catch (IOException e) {
      return false; // not a jar: javac does not mind it either
    }
  }
}
