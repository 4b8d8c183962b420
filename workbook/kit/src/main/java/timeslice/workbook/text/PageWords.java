package timeslice.workbook.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import timeslice.picture.Words;

/** The page's own sentences, in the reader's language. */
public final class PageWords {
  private static final String FOLDER = "/timeslice/workbook/page/";

  private PageWords() {}

  /** Whether the reader reads Korean: asked for, or nothing asked and the JVM's own language. */
  public static boolean korean() {
    String asked = System.getProperty("timeslice.lang", "").strip();
    String language = asked.isEmpty() ? Locale.getDefault().getLanguage() : asked;
    return language.equals("ko");
  }

  /** The sentences in the reader's language. */
  public static Words read() {
    return read(korean());
  }

  /** The sentences in Korean or English; a key without a Korean sentence has the English one. */
  public static Words read(boolean korean) {
    Map<String, String> words = new HashMap<>(load("page.properties"));
    if (korean) {
      words.putAll(load("page_ko.properties"));
    }
    return new Words(words);
  }

  static Map<String, String> load(String file) {
    Properties properties = new Properties();
    try (InputStream in = PageWords.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("the workbook's words are missing: " + FOLDER + file);
      }
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> words = new HashMap<>();
    for (String key : properties.stringPropertyNames()) {
      words.put(key, properties.getProperty(key));
    }
    return words;
  }
}
