package timeslice.workbook.harness;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads classes from memory and resources from folders; its own come before its parent's. */
final class MemoryLoader extends ClassLoader {
  private final Map<String, byte[]> classes;
  private final List<File> folders;

  MemoryLoader(String name, Map<String, byte[]> classes, List<String> folders, ClassLoader parent) {
    super(name, parent);
    this.classes = classes;
    this.folders = folders.stream().map(File::new).toList();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
    }
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }

  /** Class files too, for those who look into an answer without running it. */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    byte[] bytes =
        name.endsWith(".class")
            ? classes.get(name.substring(0, name.length() - 6).replace('/', '.'))
            : null;
    if (bytes != null) {
      return new ByteArrayInputStream(bytes);
    }
    // The parent may be one of us, with classes that have no address.
    return findResource(name) == null && getParent() instanceof MemoryLoader above
        ? above.getResourceAsStream(name)
        : super.getResourceAsStream(name);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    for (File folder : folders) {
      var file = new File(folder, name);
      if (file.isFile()) {
        try {
          return file.toURI().toURL();
        } catch (MalformedURLException e) {
          throw new IllegalStateException(e);
        }
      }
    }
    return null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    var found = new ArrayList<URL>();
    URL own = findResource(name);
    if (own != null) {
      found.add(own);
    }
    return Collections.enumeration(found);
  }
}
