package timeslice.workbook.run;

/** Tells the reader's own stack frames from those of the machinery. */
final class Frames {
  private static final String[] MACHINERY = {
    "java.",
    "javax.",
    "jdk.",
    "sun.",
    "com.sun.",
    "net.jqwik.",
    "org.junit.",
    "org.assertj.",
    "org.awaitility.",
    "org.opentest4j.",
    "org.apache.maven.",
    "timeslice.workbook.run.",
  };

  private Frames() {}

  static boolean machinery(StackTraceElement frame) {
    for (String prefix : MACHINERY) {
      if (frame.getClassName().startsWith(prefix)) {
        return true;
      }
    }
    return frame.getClassName().contains("$$Lambda");
  }

  /** Whether it may be the reader's: a lab's frame that is no law. */
  static boolean answer(StackTraceElement frame) {
    String name = frame.getClassName();
    return !machinery(frame)
        && !outer(name).endsWith("Properties")
        && (name.startsWith("timeslice.lab.") || !name.startsWith("timeslice."));
  }

  /**
   * The first method of the answer that the law called, for example {@code LruTlb.insert}: the same
   * in every run, whatever the answer was doing deep down when we looked; empty when the law itself
   * is at work.
   */
  static String entry(StackTraceElement[] stack) {
    for (int i = stack.length - 1; i >= 0; i--) {
      if (answer(stack[i])) {
        return name(stack[i]);
      }
    }
    return "";
  }

  static String name(StackTraceElement frame) {
    String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
    String method = frame.getMethodName();
    if (method.startsWith("lambda$")) {
      method = method.substring(7, Math.max(method.lastIndexOf('$'), 7));
    }
    return type.replace('$', '.') + "." + (method.equals("<init>") ? "new" : method);
  }

  private static String outer(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
