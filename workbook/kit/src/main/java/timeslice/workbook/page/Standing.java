package timeslice.workbook.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import timeslice.workbook.Exercise;
import timeslice.workbook.ExerciseId;
import timeslice.workbook.run.Verdict;
import timeslice.workbook.run.Verdict.State;

/**
 * How the reader stands with one exercise: the verdicts of all its laws.
 *
 * @param id for example 2.1
 * @param kind what is asked
 * @param optional whether it may be skipped
 * @param files the files to write, for example {@code ch2/LruTlb.java}
 * @param verdicts one for every law that the run met
 */
record Standing(
    ExerciseId id, Exercise.Kind kind, boolean optional, List<String> files, List<Verdict> verdicts)
    implements Comparable<Standing> {

  static Standing of(Exercise mark, List<Verdict> verdicts) {
    List<String> files = new ArrayList<>();
    for (Class<?> answer : mark.answers()) {
      String folder =
          answer.getPackageName().substring(answer.getPackageName().lastIndexOf('.') + 1);
      files.add(folder + "/" + answer.getSimpleName() + ".java");
    }
    return new Standing(
        ExerciseId.parse(mark.value()), mark.kind(), mark.optional(), files, verdicts);
  }

  boolean predicts() {
    return kind == Exercise.Kind.PREDICT;
  }

  long count(State state) {
    return verdicts.stream().filter(v -> v.state() == state).count();
  }

  long red() {
    return verdicts.stream().filter(v -> v.state().red()).count();
  }

  boolean green() {
    return verdicts.stream()
        .allMatch(v -> v.state() == State.PASSED || v.state() == State.UNDECIDED);
  }

  boolean closed() {
    return verdicts.stream().allMatch(v -> v.state() == State.CLOSED);
  }

  /** Nothing is wrong with it yet: nothing is red but what is not written. */
  boolean unwritten() {
    return !green() && !closed() && red() == count(State.NOT_WRITTEN);
  }

  /** Nobody has begun it: nothing holds either. */
  boolean untouched() {
    return unwritten() && count(State.PASSED) == 0;
  }

  /** A bet that went wrong, which is what bets are for. */
  boolean lostBet() {
    return predicts() && !green() && !closed() && !unwritten();
  }

  /** What the answer uses although the exercise closes it, in words; empty when nothing. */
  String shortcut() {
    return verdicts.stream()
        .filter(v -> v.state() == State.SHORTCUT)
        .map(Verdict::why)
        .findFirst()
        .orElse("");
  }

  /** The laws that are broken, in the order of the text, then by name. */
  List<Verdict> broken(Map<String, String> laws) {
    List<String> order = List.copyOf(laws.keySet());
    return verdicts.stream()
        .filter(v -> v.state().red() && v.state() != State.NOT_WRITTEN)
        .sorted(
            Comparator.comparingInt((Verdict v) -> place(order, v.law()))
                .thenComparing(Verdict::law))
        .toList();
  }

  private static int place(List<String> order, String law) {
    int index = order.indexOf(law);
    return index < 0 ? order.size() : index;
  }

  @Override
  public int compareTo(Standing other) {
    return id.compareTo(other.id);
  }
}
