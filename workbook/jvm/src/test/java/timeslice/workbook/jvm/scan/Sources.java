package timeslice.workbook.jvm.scan;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a few lines in memory. */
final class Sources {
  private Sources() {}

  /** Class files by binary name, of one source file with any number of classes in it. */
  static Map<String, byte[]> compile(String source) {
    var compiler = ToolProvider.getSystemJavaCompiler();
    var classes = new TreeMap<String, ByteArrayOutputStream>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      JavaFileManager inMemory =
          new ForwardingJavaFileManager<>(files) {
            @Override
            public JavaFileObject getJavaFileForOutput(
                Location location, String name, Kind kind, FileObject sibling) {
              return new Output(name, classes);
            }
          };
      var options = List.of("-proc:none");
      var task = compiler.getTask(null, inMemory, null, options, null, List.of(new Input(source)));
      if (!task.call()) {
        throw new AssertionError("does not compile: " + source);
      }
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
    var bytes = new TreeMap<String, byte[]>();
    classes.forEach((name, file) -> bytes.put(name, file.toByteArray()));
    return bytes;
  }

  private static final class Input extends SimpleJavaFileObject {
    private final String source;

    Input(String source) {
      super(URI.create("string:///Source.java"), Kind.SOURCE);
      this.source = source;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }

  private static final class Output extends SimpleJavaFileObject {
    private final String name;
    private final Map<String, ByteArrayOutputStream> classes;

    Output(String name, Map<String, ByteArrayOutputStream> classes) {
      super(URI.create("mem:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
      this.name = name;
      this.classes = classes;
    }

    @Override
    public OutputStream openOutputStream() {
      var bytes = new ByteArrayOutputStream();
      classes.put(name, bytes);
      return bytes;
    }
  }
}
