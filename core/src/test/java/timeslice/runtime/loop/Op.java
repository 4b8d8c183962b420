package timeslice.runtime.loop;

import java.util.ArrayList;
import java.util.List;

/**
 * One operation of a task in a random program, written as {@code (name argument... operation...)}.
 *
 * <p>Programs are lists of tasks, tasks are lists of operations. Task 0 is there from the start;
 * the others, when somebody spawns them. An operation on a task that is not there does nothing.
 *
 * @param name what it does
 * @param numbers tasks, futures, or times in ns
 * @param body what it does it to, if it is one that surrounds others
 */
record Op(String name, List<Long> numbers, List<Op> body) {

  static Op of(String name, long... numbers) {
    List<Long> all = new ArrayList<>();
    for (long number : numbers) {
      all.add(number);
    }
    return new Op(name, all, List.of());
  }

  static Op around(String name, List<Op> body, long... numbers) {
    return new Op(name, of(name, numbers).numbers, body);
  }

  long number() {
    return numbers.get(0);
  }

  int index() {
    return (int) number();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("(").append(name);
    numbers.forEach(number -> text.append(' ').append(number));
    body.forEach(op -> text.append(' ').append(op));
    return text.append(')').toString();
  }

  /** A program in one line: {@code (task op...) (task op...)}. */
  static List<List<Op>> program(String text) {
    String[] words = text.replace("(", " ( ").replace(")", " ) ").trim().split("\\s+");
    List<List<Op>> tasks = new ArrayList<>();
    int[] at = {0};
    while (at[0] < words.length) {
      tasks.add(parse(words, at).body);
    }
    return tasks;
  }

  static String text(List<List<Op>> program) {
    StringBuilder text = new StringBuilder();
    program.forEach(task -> text.append(around("task", task)).append(' '));
    return text.toString().trim();
  }

  private static Op parse(String[] words, int[] at) {
    at[0]++; // the opening bracket
    String name = words[at[0]++];
    List<Long> numbers = new ArrayList<>();
    List<Op> body = new ArrayList<>();
    while (!words[at[0]].equals(")")) {
      if (words[at[0]].equals("(")) {
        body.add(parse(words, at));
      } else {
        numbers.add(Long.valueOf(words[at[0]++]));
      }
    }
    at[0]++;
    return new Op(name, numbers, body);
  }
}
