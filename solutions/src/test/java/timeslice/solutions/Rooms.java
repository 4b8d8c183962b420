package timeslice.solutions;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;

/** The compiled rooms of the house, as ArchUnit sees them. */
final class Rooms {
  static final JavaClasses CORE = roomOf(timeslice.Todo.class);

  private Rooms() {}

  /** The classes that stand in the same jar or folder as this one. */
  static JavaClasses roomOf(Class<?> one) {
    try {
      Path home = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      var importer = new ClassFileImporter();
      if (Files.isDirectory(home)) {
        return importer.importPath(home);
      }
      try (var jar = new JarFile(home.toFile())) {
        return importer.importJar(jar);
      }
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
