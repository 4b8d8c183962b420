package timeslice.picture;

import java.util.Map;
import java.util.TreeMap;

/** The words of one language for one picture, by key. */
public final class Words {
  private final Map<String, String> byKey;

  public Words(Map<String, String> byKey) {
    this.byKey = new TreeMap<>(byKey);
  }

  /** The words for a key; in them {@code {0}}, {@code {1}} … are replaced by the arguments. */
  public String say(String key, Object... arguments) {
    String text = byKey.get(key);
    if (text == null) {
      throw new IllegalArgumentException(
          "no words for key \"" + key + "\"; known keys: " + byKey.keySet());
    }
    for (int i = 0; i < arguments.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
    }
    return text;
  }
}
