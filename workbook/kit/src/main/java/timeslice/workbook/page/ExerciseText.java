package timeslice.workbook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import timeslice.picture.Words;
import timeslice.workbook.run.Verdict;
import timeslice.workbook.run.Verdict.Argument;
import timeslice.workbook.run.Verdict.State;
import timeslice.workbook.text.Chapter;
import timeslice.workbook.text.Library;

/** The lines of one exercise: one when nothing is to be said, a dozen at most. */
final class ExerciseText {
  private static final int LINES = 12;
  // A prediction that went wrong is refuted by a drawing, which is worth more lines.
  private static final int LINES_OF_A_DRAWING = 18;
  private static final String INDENT = " ".repeat(9);

  private final Library library;
  private final Bets bets;
  private final Words words;

  ExerciseText(Library library, Bets bets, Words words) {
    this.library = library;
    this.bets = bets;
    this.words = words;
  }

  /**
   * The lines of one exercise.
   *
   * @param next whether it is the one to do next
   * @param all whether every broken law is shown, however many there are
   */
  List<String> of(Standing standing, Chapter chapter, boolean next, boolean all) {
    Chapter.Section section = chapter.section(standing.id()).orElse(null);
    String title = section == null ? files(standing) : section.title();
    List<String> lines = new ArrayList<>();
    lines.add(heading(standing, title));
    if (standing.green()) {
      lines.addAll(changedBets(standing));
      return lines;
    }
    if (!standing.shortcut().isEmpty()) {
      lines.addAll(indented(standing.shortcut()));
      lines.add(INDENT + reading(standing));
      return lines;
    }
    Map<String, String> laws = section == null ? Map.of() : section.laws();
    List<Verdict> broken = standing.broken(laws);
    if (broken.isEmpty()) {
      if (next && standing.unwritten()) {
        lines.add(INDENT + reading(standing));
      }
      return lines;
    }
    int shown = 0;
    for (Verdict verdict : broken) {
      List<String> more = law(verdict, laws, standing.predicts());
      if (!all && shown > 0 && lines.size() + more.size() > LINES - 2) {
        break;
      }
      lines.addAll(more);
      shown++;
    }
    int rest = broken.size() - shown;
    if (rest > 0) {
      String key = rest == 1 ? "exercise.oneMore" : "exercise.more";
      lines.add(INDENT + words.say(key, rest, standing.id().chapter()));
    }
    if (standing.count(State.NOT_RUN) > 0) {
      lines.add(INDENT + words.say("exercise.notRun", standing.count(State.NOT_RUN)));
    }
    lines.add(INDENT + reading(standing));
    return lines;
  }

  private String heading(Standing standing, String title) {
    String star = standing.optional() ? "★ " : "";
    String left =
        "    "
            + mark(standing)
            + " "
            + Columns.pad(standing.id().toString(), 4)
            + " "
            + star
            + title;
    String fitted = Columns.shorten(left, Page.TITLES + 1);
    return Columns.pad(fitted, Page.TITLES + 1) + " " + state(standing);
  }

  private static String mark(Standing standing) {
    if (standing.green()) {
      return "✓";
    }
    return standing.unwritten() || standing.closed() ? "·" : standing.predicts() ? "~" : "✗";
  }

  private String state(Standing standing) {
    if (standing.closed()) {
      return standing.verdicts().getFirst().why();
    }
    if (standing.untouched()) {
      return standing.predicts()
          ? words.say("bet.open", files(standing))
          : words.say("law.notWritten");
    }
    long holding = standing.count(State.PASSED) + standing.count(State.UNDECIDED);
    String count = holding + "/" + standing.verdicts().size();
    long todo = standing.count(State.NOT_WRITTEN);
    if (todo > 0) {
      return count + ", " + words.say(todo == 1 ? "law.oneWaits" : "law.someWait", todo);
    }
    return standing.lostBet() ? count + ", " + words.say("bet.weighsNothing") : count;
  }

  private List<String> law(Verdict verdict, Map<String, String> laws, boolean prediction) {
    List<String> lines = new ArrayList<>();
    String sentence = laws.getOrDefault(verdict.law(), verdict.sentence());
    int width = Page.WIDTH - INDENT.length() - 2;
    boolean firstLine = true;
    for (String line : Columns.wrap(sentence, width)) {
      lines.add(INDENT + (!firstLine ? "  " : prediction ? "~ " : "✗ ") + line);
      firstLine = false;
    }
    List<String> why = Columns.wrap(verdict.why(), width);
    List<String> example = new ArrayList<>();
    // what was predicted stands in the law's own message
    for (Argument argument : prediction ? List.<Argument>of() : verdict.example()) {
      example.addAll(Columns.wrap(argument.name() + " = " + argument.value(), width));
    }
    int most = (prediction ? LINES_OF_A_DRAWING : LINES) - 3;
    for (String line : fit(why, Math.max(3, most - lines.size() - example.size()))) {
      if (!line.isBlank()) {
        lines.add(INDENT + "  " + line);
      }
    }
    for (String line : example) {
      lines.add(INDENT + "  " + line);
    }
    return lines;
  }

  // What was expected stands at the end, so it is the middle that goes.
  private static List<String> fit(List<String> lines, int room) {
    if (lines.size() <= room) {
      return lines;
    }
    List<String> kept = new ArrayList<>(lines.subList(0, room - 2));
    kept.add("…");
    kept.add(lines.getLast());
    return kept;
  }

  private static List<String> indented(String text) {
    return Columns.wrap(text, Page.WIDTH - INDENT.length()).stream().map(INDENT::concat).toList();
  }

  // A bet that was changed since is shown with the answer that holds.
  private List<String> changedBets(Standing standing) {
    List<String> lines = new ArrayList<>();
    if (standing.predicts()) {
      for (Argument today : standing.verdicts().getFirst().example()) {
        String bet = bets.changed(standing.id().toString(), today);
        if (bet != null) {
          lines.add(
              INDENT + words.say("bet.first", Verdict.sentence(today.name()), bet, today.value()));
        }
      }
    }
    return lines;
  }

  private String reading(Standing standing) {
    int chapter = standing.id().chapter();
    String text = library.file(chapter, "README");
    String hints = library.hints(standing.id());
    if (text.isEmpty()) {
      return words.say("exercise.write", files(standing));
    }
    return hints.isEmpty()
        ? words.say("exercise.read", files(standing), text, standing.id())
        : words.say("exercise.readOrHints", files(standing), text, standing.id(), hints);
  }

  private static String files(Standing standing) {
    return String.join(", ", standing.files());
  }
}
