package timeslice.solutions;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** The compiled rooms of the house, as ArchUnit sees them. */
final class Rooms {
  static final JavaClasses CORE = roomOf(timeslice.Todo.class);

  private Rooms() {}

  /** The classes that stand in the same jar or folder as this one. */
  static JavaClasses roomOf(Class<?> one) {
    try {
      Path home = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new ClassFileImporter().importPath(home);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
