package timeslice.workbook.jvm;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs one of a lab's Observe programs by its short name: {@code mvn compile exec:exec
 * -Dobserve=PingPong}.
 *
 * <p>Arguments: the package of the programs, then the program's name, then the program's own
 * arguments. Without a name the programs are listed.
 */
public final class Observe {
  private static final int NOT_FOUND = 2;
  private static final int FAILED = 1;

  private final String where;
  private final PrintStream out;
  private final PrintStream err;

  Observe(String where, PrintStream out, PrintStream err) {
    this.where = where;
    this.out = out;
    this.err = err;
  }

  /** See the class. */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.err.println("Observe needs the package of the programs as its first argument.");
      System.exit(NOT_FOUND);
    }
    List<String> rest = Arrays.asList(args).subList(1, args.length);
    int status = new Observe(args[0], System.out, System.err).run(rest);
    if (status != 0) {
      System.exit(status);
    }
  }

  int run(List<String> arguments) {
    SortedSet<String> programs = programs();
    if (arguments.isEmpty() || arguments.getFirst().isBlank()) {
      out.println("Programs to observe (mvn compile exec:exec -Dobserve=NAME):");
      list(programs, out);
      return 0;
    }
    String name = arguments.getFirst();
    if (!programs.contains(name)) {
      err.println("There is no program \"" + name + "\" to observe; there are:");
      list(programs, err);
      return NOT_FOUND;
    }
    return start(name, arguments.subList(1, arguments.size()).toArray(String[]::new));
  }

  private void list(SortedSet<String> programs, PrintStream to) {
    programs.forEach(name -> to.println("  " + name));
    if (programs.isEmpty()) {
      to.println("  (none in " + where + ")");
    }
  }

  private int start(String name, String[] arguments) {
    try {
      Method main = main(Class.forName(where + "." + name));
      if (main == null) {
        throw new IllegalStateException(name + " lost its main method");
      }
      main.invoke(null, (Object) arguments);
      return 0;
    } catch (InvocationTargetException e) {
      Throwable thrown = e.getCause() == null ? e : e.getCause();
      err.println(name + " stopped: " + thrown);
      if (System.getProperty("timeslice.trace") != null) {
        thrown.printStackTrace(err);
      }
      return FAILED;
    } catch (ReflectiveOperationException e) {
      err.println(name + " cannot be started: " + e);
      return FAILED;
    }
  }

  /** Simple names of the classes of the package that have a {@code main(String[])}. */
  SortedSet<String> programs() {
    SortedSet<String> names = new TreeSet<>();
    String folder = where.replace('.', '/');
    try {
      ClassLoader loader = Observe.class.getClassLoader();
      for (URL url : Collections.list(loader.getResources(folder))) {
        for (String file : files(url, folder)) {
          String name = file.substring(0, file.length() - ".class".length());
          if (!name.contains("$") && main(load(where + "." + name)) != null) {
            names.add(name);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static List<String> files(URL url, String folder) throws IOException {
    if (url.openConnection() instanceof JarURLConnection jar) {
      return jar.getJarFile().stream()
          .map(entry -> entry.getName())
          .filter(name -> name.startsWith(folder + "/"))
          .map(name -> name.substring(folder.length() + 1))
          .filter(name -> !name.contains("/") && name.endsWith(".class"))
          .toList();
    }
    try (Stream<Path> files = Files.list(Path.of(new URI(url.toString())))) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".class"))
          .toList();
    } catch (URISyntaxException e) {
      throw new IOException("not a folder: " + url, e);
    }
  }

  private static @Nullable Class<?> load(String name) {
    try {
      return Class.forName(name, false, Observe.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  private static @Nullable Method main(@Nullable Class<?> type) {
    if (type == null) {
      return null;
    }
    try {
      Method main = type.getMethod("main", String[].class);
      return Modifier.isStatic(main.getModifiers()) ? main : null;
    } catch (NoSuchMethodException | LinkageError e) {
      return null;
    }
  }
}
