package timeslice.picture;

import java.util.HashMap;
import java.util.Map;

/** Words of no language for pictures of runs: {@code a running}, {@code a ready} … */
final class PictureWords {
  private PictureWords() {}

  static Map<String, String> states(String name) {
    Map<String, String> words = new HashMap<>();
    for (Look look : Look.values()) {
      words.put(name + ".state." + look.key, "a " + look.key);
    }
    return words;
  }

  /** All words of a picture of one run, and these. */
  static Words of(String name, Map<String, String> more) {
    Map<String, String> words = states(name);
    words.put(name + ".label", "a <run>");
    words.put(name + ".task", "task {0}");
    words.put(name + ".cpu", "CPU {0}");
    words.put(name + ".column", "one column = {0}");
    words.put(name + ".idle", "an idle CPU");
    words.put(name + ".runtime", "a thread without a task");
    words.putAll(more);
    return new Words(words);
  }
}
