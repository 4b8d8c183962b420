package timeslice.workbook.jvm.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * Which thread took each step, as text: {@code ABBA}; a thread's letter stands for its place in the
 * scenario, and {@code A12} for twelve steps in a row.
 */
final class Schedule {
  static final int MOST_THREADS = 26;
  private static final int SPELLED_OUT = 3;

  private Schedule() {}

  static String token(List<Integer> steps) {
    var token = new StringBuilder();
    int at = 0;
    while (at < steps.size()) {
      int thread = steps.get(at);
      int end = at;
      while (end < steps.size() && steps.get(end) == thread) {
        end++;
      }
      String letter = String.valueOf((char) ('A' + thread));
      int times = end - at;
      token.append(times <= SPELLED_OUT ? letter.repeat(times) : letter + times);
      at = end;
    }
    return token.toString();
  }

  static int[] steps(String token) {
    var steps = new ArrayList<Integer>();
    int at = 0;
    while (at < token.length()) {
      int thread = token.charAt(at) - 'A';
      int end = ++at;
      while (end < token.length() && Character.isDigit(token.charAt(end))) {
        end++;
      }
      if (thread < 0 || thread >= MOST_THREADS || end - at > 6) {
        throw new IllegalArgumentException(
            "a schedule looks like ABBA or A12B, got \"" + token + "\"");
      }
      int times = end == at ? 1 : Integer.parseInt(token.substring(at, end));
      for (int i = 0; i < times; i++) {
        steps.add(thread);
      }
      at = end;
    }
    return steps.stream().mapToInt(step -> step).toArray();
  }
}
