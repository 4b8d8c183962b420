package timeslice.show;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was asked for on the command line: {@code name=value} each. */
final class Options {
  private static final List<String> KNOWN =
      List.of("runtime", "workload", "form", "out", "cores", "tasks", "seed", "costs", "lang");

  private final Map<String, String> values = new TreeMap<>();

  Options(String[] arguments) {
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      if (equals < 0 || !KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "options are name=value with a name of " + KNOWN + ", got \"" + argument + "\"");
      }
      String value = argument.substring(equals + 1);
      if (!value.isBlank() && !value.startsWith("${")) { // Maven leaves what nobody has set
        values.put(name, value);
      }
    }
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  /** A whole number, 1 or more. */
  int number(String name, int otherwise) {
    String value = get(name, String.valueOf(otherwise));
    int number;
    try {
      number = Integer.parseInt(value);
    } catch (NumberFormatException e) {
      number = 0;
    }
    if (number < 1 || number > 1_000_000) {
      throw new IllegalArgumentException(
          name + " must be a whole number from 1 to 1000000, got \"" + value + "\"");
    }
    return number;
  }

  <T> T oneOf(String name, Map<String, T> choices, String otherwise) {
    String value = get(name, otherwise);
    T choice = choices.get(value);
    if (choice == null) {
      throw new IllegalArgumentException(
          name + " must be one of " + choices.keySet() + ", got \"" + value + "\"");
    }
    return choice;
  }

  /** One of these words; the first if nothing was given. */
  String oneOf(String name, String... choices) {
    String value = get(name, choices[0]);
    if (!List.of(choices).contains(value)) {
      throw new IllegalArgumentException(
          name + " must be one of " + List.of(choices) + ", got \"" + value + "\"");
    }
    return value;
  }
}
