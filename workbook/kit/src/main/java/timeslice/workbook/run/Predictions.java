package timeslice.workbook.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import timeslice.workbook.Exercise;
import timeslice.workbook.run.Verdict.Argument;

/** Reads what a reader predicted: the public static methods without parameters of the answers. */
final class Predictions {
  private Predictions() {}

  /** Method name and answer, by name; predictions that are not written are left out. */
  static List<Argument> of(Exercise mark) {
    Map<String, String> answers = new TreeMap<>();
    for (Class<?> answer : mark.answers()) {
      for (Method method : answer.getDeclaredMethods()) {
        int modifiers = method.getModifiers();
        if (Modifier.isPublic(modifiers)
            && Modifier.isStatic(modifiers)
            && method.getParameterCount() == 0
            && method.getReturnType() != void.class) {
          read(method, answers);
        }
      }
    }
    List<Argument> arguments = new ArrayList<>();
    answers.forEach((name, value) -> arguments.add(new Argument(name, value)));
    return arguments;
  }

  private static void read(Method method, Map<String, String> answers) {
    try {
      answers.put(method.getName(), Show.value(method.invoke(null)));
    } catch (InvocationTargetException | IllegalAccessException e) {
      // Not written, or broken: its own law says so.
      answers.remove(method.getName());
    }
  }
}
