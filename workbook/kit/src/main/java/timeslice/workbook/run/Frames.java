package timeslice.workbook.run;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.Exercise;

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

  /** Whether it is of the exercise's own answers, nested classes included. */
  static boolean of(StackTraceElement frame, Set<String> answers) {
    return !machinery(frame) && answers.contains(outer(frame.getClassName()));
  }

  /** Binary names of the answers to an exercise. */
  static Set<String> answers(@Nullable Exercise mark) {
    Set<String> names = new TreeSet<>();
    for (Class<?> answer : mark == null ? new Class<?>[0] : mark.answers()) {
      names.add(outer(answer.getName()));
    }
    return names;
  }

  /**
   * The first method of the answer that the law called, for example {@code LruTlb.insert}: the same
   * in every run, whatever the answer was doing deep down when we looked. Without one, the first of
   * a lab's other classes; empty when the law itself is at work.
   */
  static String entry(StackTraceElement[] stack, Set<String> answers) {
    String own = ownEntry(stack, answers);
    if (!own.isEmpty()) {
      return own;
    }
    for (int i = stack.length - 1; i >= 0; i--) {
      if (answer(stack[i])) {
        return name(stack[i]);
      }
    }
    return "";
  }

  /** The same for the exercise's own answers only. */
  static String ownEntry(StackTraceElement[] stack, Set<String> answers) {
    for (int i = stack.length - 1; i >= 0; i--) {
      if (of(stack[i], answers)) {
        return name(stack[i]);
      }
    }
    return "";
  }

  static String name(StackTraceElement frame) {
    String method = frame.getMethodName();
    if (method.startsWith("lambda$")) {
      method = method.substring(7, Math.max(method.lastIndexOf('$'), 7));
    }
    return type(frame.getClassName()) + "." + (method.equals("<init>") ? "new" : method);
  }

  /** A class as the reader names it: no package, nested classes with a dot. */
  static String type(String binaryName) {
    return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
  }

  static String outer(String name) {
    int nested = name.indexOf('$');
    return nested < 0 ? name : name.substring(0, nested);
  }
}
