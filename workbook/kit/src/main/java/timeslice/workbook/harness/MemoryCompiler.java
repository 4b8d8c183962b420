package timeslice.workbook.harness;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * javac without files: no annotation processors, parameter names kept for counterexamples. One
 * class path for a life, because opening its jars is half of the work.
 */
final class MemoryCompiler {
  private static final List<String> OPTIONS =
      List.of("--release", "25", "-proc:none", "-parameters", "-g", "-Xlint:none");

  private final JavaCompiler javac =
      Objects.requireNonNull(
          ToolProvider.getSystemJavaCompiler(), "labs are compiled by a JDK; this is only a JRE");

  private final StandardJavaFileManager files =
      javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  /** A compiler that sees these jars and folders. */
  MemoryCompiler(List<Path> classPath) {
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Compiles sources, which may also use classes that are already in memory. */
  synchronized Compiled compile(Sources sources, Map<String, byte[]> known) {
    if (sources.isEmpty()) {
      return new Compiled(new TreeMap<>(), List.of());
    }
    var problems = new DiagnosticCollector<JavaFileObject>();
    var memory = new InMemory(files, known);
    var units = new ArrayList<JavaFileObject>();
    sources.texts().forEach((path, text) -> units.add(new Source(path, text)));
    boolean fine = javac.getTask(null, memory, problems, OPTIONS, null, units).call();
    return fine
        ? new Compiled(memory.written(), List.of())
        : new Compiled(new TreeMap<>(), inWords(problems));
  }

  private static List<String> inWords(DiagnosticCollector<JavaFileObject> problems) {
    var words = new ArrayList<String>();
    for (var problem : problems.getDiagnostics()) {
      if (problem.getKind() == Diagnostic.Kind.ERROR) {
        String where =
            problem.getSource() instanceof Source source
                ? source.path + ":" + problem.getLineNumber() + ": "
                : "";
        words.add(where + problem.getMessage(Locale.ENGLISH));
      }
    }
    return words.isEmpty() ? List.of("the compiler failed and did not say why") : words;
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String path;
    private final String text;

    Source(String path, String text) {
      super(URI.create("memory:///" + path.replace(" ", "%20")), Kind.SOURCE);
      this.path = path;
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    private final String binaryName;
    private byte[] bytes;

    ClassFile(String binaryName, byte[] bytes) {
      super(URI.create("memory:///" + binaryName.replace('.', '/') + ".class"), Kind.CLASS);
      this.binaryName = binaryName;
      this.bytes = bytes;
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public OutputStream openOutputStream() {
      return new ByteArrayOutputStream() {
        @Override
        public void close() {
          bytes = toByteArray();
        }
      };
    }
  }

  private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, byte[]> known;
    private final List<ClassFile> written = new ArrayList<>();

    InMemory(StandardJavaFileManager files, Map<String, byte[]> known) {
      super(files);
      this.known = known;
    }

    SortedMap<String, byte[]> written() {
      var all = new TreeMap<String, byte[]>();
      written.forEach(file -> all.put(file.binaryName, file.bytes));
      return all;
    }

    @Override
    public Iterable<JavaFileObject> list(
        JavaFileManager.Location where,
        String packageName,
        Set<JavaFileObject.Kind> kinds,
        boolean recurse)
        throws IOException {
      var all = new ArrayList<JavaFileObject>();
      super.list(where, packageName, kinds, recurse).forEach(all::add);
      if (where == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
        known.forEach(
            (name, bytes) -> {
              if (packageOf(name).equals(packageName)) {
                all.add(new ClassFile(name, bytes));
              }
            });
      }
      return all;
    }

    private static String packageOf(String binaryName) {
      int dot = binaryName.lastIndexOf('.');
      return dot < 0 ? "" : binaryName.substring(0, dot);
    }

    @Override
    public @Nullable String inferBinaryName(JavaFileManager.Location where, JavaFileObject file) {
      return file instanceof ClassFile one ? one.binaryName : super.inferBinaryName(where, file);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location where,
        String className,
        JavaFileObject.Kind kind,
        @Nullable FileObject sibling) {
      var file = new ClassFile(className, new byte[0]);
      written.add(file);
      return file;
    }
  }
}
