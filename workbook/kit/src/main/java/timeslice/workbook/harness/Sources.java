package timeslice.workbook.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Java source texts by their path, with {@code /} between folders, for example {@code
 * timeslice/lab/threads/ch1/Life.java}.
 */
public record Sources(SortedMap<String, String> texts) {

  public Sources {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
  }

  /** All {@code .java} files beneath a folder; none when there is no such folder. */
  public static Sources in(Path folder) {
    var texts = new TreeMap<String, String>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          if (file.toString().endsWith(".java")) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            texts.put(path, Files.readString(file).replace("\r\n", "\n"));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Sources(texts);
  }

  /** Whether there is no file at all. */
  public boolean isEmpty() {
    return texts.isEmpty();
  }

  /** SHA-256 of all paths and texts: equal only for equal sources. */
  String hash() {
    var all = new StringBuilder();
    texts.forEach((path, text) -> all.append(path).append('\0').append(text).append('\0'));
    return sha256(all.toString());
  }

  /** SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
  public static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
