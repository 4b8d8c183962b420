package timeslice.show;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import timeslice.picture.Words;

/** The words for pictures of runs, which stand in {@code docs/pictures.properties}. */
final class PictureWords {
  private static final Path FOLDER = Path.of(System.getProperty("timeslice.docs", "../docs"));

  private PictureWords() {}

  static Words read(String language) throws IOException {
    String name =
        switch (language) {
          case "en" -> "pictures.properties";
          case "ko" -> "pictures.ko.properties";
          default ->
              throw new IllegalArgumentException("lang must be en or ko, got \"" + language + "\"");
        };
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(FOLDER.resolve(name))) {
      properties.load(reader);
    }
    Map<String, String> words = new TreeMap<>();
    properties.forEach((key, value) -> words.put((String) key, (String) value));
    return new Words(words);
  }
}
