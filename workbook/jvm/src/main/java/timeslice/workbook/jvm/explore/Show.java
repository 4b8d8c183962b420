package timeslice.workbook.jvm.explore;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Objects, errors and places in a few words that are the same in every run. */
final class Show {
  private static final int LONGEST = 40;

  private Show() {}

  /** Whether the object says something about itself that does not change from run to run. */
  static boolean speaksForItself(@Nullable Object object) {
    if (object == null || object instanceof Thread) {
      return true;
    }
    try {
      return object.getClass().getMethod("toString").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** What the object says about itself. */
  static String own(@Nullable Object object) {
    String words;
    if (object instanceof Thread thread) {
      words = thread.getName();
    } else {
      words = String.valueOf(object);
    }
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST - 1) + "…";
  }

  /** The object's class in a word; of a lambda, what it implements. */
  static String kind(Object object) {
    Class<?> type = object.getClass();
    if ((type.isHidden() || type.isAnonymousClass()) && type.getInterfaces().length > 0) {
      return type.getInterfaces()[0].getSimpleName();
    }
    return type.isArray() ? "array" : type.getSimpleName();
  }

  /** What an error says; its type and its place too, unless it is an assertion. */
  static String thrown(Throwable thrown) {
    String message = thrown.getMessage() == null ? "" : oneLine(thrown.getMessage().strip());
    if (thrown instanceof SharedLock.Misuse
        || (thrown instanceof AssertionError && !message.isEmpty())) {
      return message;
    }
    String type = thrown.getClass().getSimpleName();
    return (message.isEmpty() ? type : type + ": " + message) + place(thrown.getStackTrace());
  }

  // An assertion library spreads "[what] expected: 2 but was: 1" over many lines; what somebody
  // wrote himself stays as it is.
  private static String oneLine(String message) {
    boolean described = message.startsWith("[") && message.contains("]");
    if (!described && !message.startsWith("Expect") && !message.startsWith("expect")) {
      return message;
    }
    int end = described ? message.indexOf(']') : 0;
    String what = described ? message.substring(1, end) + ": " : "";
    List<String> lines =
        message.substring(described ? end + 1 : 0).lines().map(String::strip).toList();
    String rest = String.join(" ", lines).strip().replace(" but was:", ", but was:");
    return what + rest;
  }

  /** Where in somebody's code that is, as {@code , at Stack.java:12}; empty when unknown. */
  static String place(StackTraceElement[] frames) {
    String own = Show.class.getPackageName() + ".";
    for (StackTraceElement frame : frames) {
      String type = frame.getClassName();
      boolean machinery = type.startsWith("java.") || type.startsWith("jdk.");
      if (!machinery && !isExplorer(type, own)) {
        return ", at " + frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }

  private static boolean isExplorer(String type, String own) {
    return type.startsWith(own + "ExploredThread")
        || type.startsWith(own + "SteppedThread")
        || type.startsWith(own + "Run")
        || type.startsWith(own + "Shared");
  }
}
