package timeslice.workbook.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import timeslice.workbook.text.PageWords;

/** Turns what a law threw into words. */
final class Failure {
  private static final int LINES = 30;

  private Failure() {}

  /** What was expected, or what the answer threw and where, as short lines. */
  static String words(Throwable thrown, Set<String> answers) {
    String message = thrown.getMessage() == null ? "" : thrown.getMessage().strip();
    if (thrown instanceof AssertionError) {
      return message.isEmpty() ? "" : cut(tidy(message));
    }
    String said = message.isEmpty() ? "" : ": " + cut(message);
    String where = answerLine(thrown, answers);
    return PageWords.read().say("failure.threw", thrown.getClass().getSimpleName() + said)
        + (where.isEmpty() ? "" : " " + PageWords.read().say("failure.at", where));
  }

  /**
   * AssertJ puts its description in brackets and spreads the rest over many lines: the description
   * stays as it is (it may be a drawing), the rest becomes one paragraph.
   */
  static String tidy(String message) {
    int end = closing(message);
    if (end < 0) {
      return looksLikeAssertJ(message) ? paragraph(message) : message;
    }
    String description = message.substring(1, end).strip();
    String rest = paragraph(message.substring(end + 1));
    if (rest.isEmpty()) {
      return description;
    }
    return description + (description.contains("\n") ? "\n" : ": ") + rest;
  }

  private static boolean looksLikeAssertJ(String message) {
    return message.startsWith("Expecting")
        || message.startsWith("expected:")
        || message.startsWith("Expected");
  }

  // The description's closing bracket is the last one before a line of its own begins.
  private static int closing(String message) {
    if (!message.startsWith("[")) {
      return -1;
    }
    int end = message.indexOf("] \n");
    return end >= 0 ? end : message.endsWith("]") ? message.length() - 1 : -1;
  }

  private static String paragraph(String text) {
    StringBuilder joined = new StringBuilder();
    for (String line : text.strip().lines().toList()) {
      String bare = line.strip();
      if (bare.startsWith("at ") || bare.startsWith("when comparing values using")) {
        break;
      }
      if (!bare.isEmpty()) {
        boolean second = bare.startsWith("but was:");
        joined.append(joined.isEmpty() ? "" : second ? ", " : " ").append(bare);
      }
    }
    return joined.toString();
  }

  private static String cut(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() <= LINES) {
      return text;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, LINES - 1));
    kept.add("…");
    return String.join("\n", kept);
  }

  /** The reader's own line that threw, as {@code LruTlb.java:31}; empty when none is seen. */
  private static String answerLine(Throwable thrown, Set<String> answers) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (Frames.of(frame, answers)) {
        return frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (Frames.answer(frame)) {
        return frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }

  /**
   * The methods that keep calling each other, as {@code LruTlb.lookup}: those that fill the top of
   * the stack, in alphabetical order, because where exactly it ran over is chance.
   */
  static String circle(Throwable overflow, Set<String> answers) {
    StackTraceElement[] frames = overflow.getStackTrace();
    List<String> often = often(frames, frame -> Frames.of(frame, answers));
    if (often.isEmpty()) {
      often = often(frames, frame -> !Frames.machinery(frame));
    }
    return often.isEmpty() && frames.length > 0 ? Frames.name(frames[0]) : String.join(", ", often);
  }

  private static List<String> often(
      StackTraceElement[] frames, Predicate<StackTraceElement> counts) {
    Map<String, Integer> seen = new TreeMap<>();
    for (StackTraceElement frame : frames) {
      if (counts.test(frame)) {
        seen.merge(Frames.name(frame), 1, Integer::sum);
      }
    }
    return seen.entrySet().stream()
        .filter(e -> e.getValue() > frames.length / 20)
        .map(Map.Entry::getKey)
        .limit(3)
        .toList();
  }
}
