package timeslice.workbook.run;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.IntStream;

/** Values as short text on one line. */
final class Show {
  private static final int WIDTH = 160;

  private Show() {}

  static String value(Object value) {
    String text = full(value).replace("\r", "\\r").replace("\n", "\\n");
    return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 1) + "…";
  }

  private static String full(Object value) {
    if (value instanceof String s) {
      return '"' + s + '"';
    }
    if (value instanceof Character c) {
      return "'" + c + "'";
    }
    if (value instanceof Collection<?> items) {
      return list(items.iterator());
    }
    if (value != null && value.getClass().isArray()) {
      return list(
          IntStream.range(0, Array.getLength(value))
              .<Object>mapToObj(i -> Array.get(value, i))
              .iterator());
    }
    return String.valueOf(value);
  }

  private static String list(Iterator<?> items) {
    StringBuilder text = new StringBuilder("[");
    while (items.hasNext() && text.length() <= WIDTH) {
      text.append(text.length() == 1 ? "" : ", ").append(full(items.next()));
    }
    return text.append(']').toString();
  }
}
