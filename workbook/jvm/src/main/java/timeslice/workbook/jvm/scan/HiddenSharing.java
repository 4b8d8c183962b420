package timeslice.workbook.jvm.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks in class files for ways in which threads could share something, wait, or differ from run to
 * run, that an explorer of schedules cannot see: {@code VarHandle}, {@code java.util.concurrent},
 * {@code synchronized}, {@code Object.wait}, threads, clocks and random numbers; fields that are
 * written outside the constructor, arrays and collections in fields.
 *
 * <p>Looked at are the given classes, the classes nested in them, and all that these name in turn
 * within the same room: packages that begin with the same three names, as {@code
 * timeslice.lab.threads}.
 *
 * <p>It errs on the side of refusing: a plain field that only one thread ever uses is refused too,
 * and an array in a field when a method that reads it writes to some other array. What it cannot
 * see: an array that is written through a parameter, and what other libraries do.
 */
public final class HiddenSharing {
  private static final int NAMES_OF_A_ROOM = 3;
  private static final List<String> TRUSTED =
      List.of("timeslice.workbook.jvm", "timeslice.workbook.jvm.explore");

  private HiddenSharing() {}

  /** One sentence about the first thing found that says what to use instead; or nothing. */
  public static Optional<String> in(Collection<Class<?>> classes) {
    var loaders = new TreeMap<String, ClassLoader>();
    for (Class<?> one : classes) {
      ClassLoader loader = one.getClassLoader();
      loaders.put(room(one.getName()), loader == null ? systemLoader() : loader);
    }
    List<String> names = classes.stream().map(Class::getName).toList();
    return in(names, name -> bytes(name, loaders.getOrDefault(room(name), systemLoader())));
  }

  /**
   * The same for classes by binary name.
   *
   * @param bytes the class file of a class; null if there is none
   */
  public static Optional<String> in(
      Collection<String> names, Function<String, byte @Nullable []> bytes) {
    var models = new ArrayList<ClassModel>();
    var known = new LinkedHashSet<>(names);
    var toRead = new ArrayDeque<>(known);
    while (!toRead.isEmpty()) {
      String name = toRead.removeFirst();
      byte[] file = bytes.apply(name);
      if (file == null && names.contains(name)) {
        return Optional.of(
            "the class file of "
                + name
                + " cannot be read, so nobody can say what it shares: its class loader must answer"
                + " getResourceAsStream");
      }
      if (file == null) {
        continue;
      }
      ClassModel model = ClassFile.of().parse(file);
      models.add(model);
      for (String other : Mentions.of(model)) {
        if (names.stream().anyMatch(given -> sameRoom(given, other)) && known.add(other)) {
          toRead.addLast(other);
        }
      }
    }
    return Stream.of(new Machinery(models).find(), new PlainFields(models).find())
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean sameRoom(String given, String other) {
    return room(given).equals(room(other)) && !TRUSTED.contains(packageOf(other));
  }

  private static String room(String name) {
    String[] parts = packageOf(name).split("\\.", -1);
    return String.join(".", List.of(parts).subList(0, Math.min(parts.length, NAMES_OF_A_ROOM)));
  }

  private static String packageOf(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }

  private static ClassLoader systemLoader() {
    return ClassLoader.getSystemClassLoader();
  }

  private static byte @Nullable [] bytes(String name, ClassLoader loader) {
    try (InputStream in = loader.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
