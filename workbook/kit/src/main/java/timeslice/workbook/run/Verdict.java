package timeslice.workbook.run;

import java.util.List;

/**
 * What running one law (a jqwik property or example) said about the reader's answer.
 *
 * <p>A launcher listener obtains it with {@link Verdicts#of} for a finished test and {@link
 * Verdicts#ofSkipped} for a skipped one. It holds text only, so it may outlive the answer's class
 * loader.
 *
 * @param exercise the exercise's id, for example {@code "2.1"}; empty when the class has no mark
 * @param properties binary name of the property class
 * @param law name of the property method
 * @param state what came out
 * @param why what was expected, or what went wrong, in the reader's language, short lines separated
 *     by {@code \n}; empty when passed or not written
 * @param example the smallest counterexample that was found; empty when the law takes no arguments;
 *     for predictions, passed or not, what the reader predicted (method name and value)
 * @param tries how many examples were tried
 * @param seed the base seed that replays this, as given to {@code -Dseed=}
 */
public record Verdict(
    String exercise,
    String properties,
    String law,
    State state,
    String why,
    List<Argument> example,
    int tries,
    String seed) {

  public Verdict {
    example = List.copyOf(example);
  }

  /** One argument of a counterexample: the parameter's name and its value as short text. */
  public record Argument(String name, String value) {}

  /** What came out. */
  public enum State {
    /** The law held in every try. */
    PASSED,
    /** The answer still calls {@code Todo.todo}. */
    NOT_WRITTEN,
    /** An example breaks the law. */
    FALSIFIED,
    /** Not run, because the answer uses what its exercise closes; all its laws say the same. */
    SHORTCUT,
    /** The answer did not come back: it computes, waits or is deadlocked for ever. */
    HUNG,
    /** The answer used up the heap. */
    OUT_OF_MEMORY,
    /** The answer calls itself without end. */
    STACK_OVERFLOW,
    /** The answer ended the JVM. */
    EXITED,
    /** The answer printed megabytes. */
    FLOODED,
    /** The law said itself that it cannot be decided here (an assumption did not hold). */
    UNDECIDED,
    /** Not run, because an earlier law of the exercise hung, or the settings make no sense. */
    NOT_RUN,
    /** Not run, because its chapter is not open yet. */
    CLOSED;

    /** Whether the answer does not satisfy the law. */
    public boolean red() {
      return switch (this) {
        case PASSED, UNDECIDED, NOT_RUN, CLOSED -> false;
        case NOT_WRITTEN,
            FALSIFIED,
            SHORTCUT,
            HUNG,
            OUT_OF_MEMORY,
            STACK_OVERFLOW,
            EXITED,
            FLOODED ->
            true;
      };
    }

    /** Whether the other laws of the exercise are better left alone in this JVM. */
    public boolean endsExercise() {
      return this == HUNG || this == OUT_OF_MEMORY || this == EXITED;
    }
  }

  Verdict with(List<Argument> other) {
    return new Verdict(exercise, properties, law, state, why, other, tries, seed);
  }

  /** The law's name as a sentence: {@code aLookupCountsAsAUse} is "a lookup counts as a use". */
  public String sentence() {
    return sentence(law);
  }

  /** A camel-case name as a sentence. */
  public static String sentence(String camelCase) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < camelCase.length(); i++) {
      char c = camelCase.charAt(i);
      if (Character.isUpperCase(c)) {
        text.append(' ').append(Character.toLowerCase(c));
      } else if (c == '_') {
        text.append(' ');
      } else {
        text.append(c);
      }
    }
    return text.toString().strip();
  }
}
