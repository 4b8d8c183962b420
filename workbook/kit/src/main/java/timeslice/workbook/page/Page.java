package timeslice.workbook.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import timeslice.picture.Words;
import timeslice.workbook.run.Settings;
import timeslice.workbook.run.Verdict.State;
import timeslice.workbook.text.Chapter;
import timeslice.workbook.text.Library;

/** Writes the page from what is known: the same standings give the same text. */
final class Page {
  static final int WIDTH = 100;
  static final int TITLES = 58;

  private final List<Standing> standings;
  private final Library library;
  private final Settings settings;
  private final Words words;
  private final ExerciseText exercises;
  private final List<String> lines = new ArrayList<>();

  Page(List<Standing> standings, Library library, Bets bets, Settings settings, Words words) {
    this.standings = standings.stream().sorted().toList();
    this.library = library;
    this.settings = settings;
    this.words = words;
    this.exercises = new ExerciseText(library, bets, words);
  }

  String text() {
    String complaint = settings.complaint();
    if (complaint != null) {
      return "\n  " + complaint + "\n\n";
    }
    lines.add("");
    Map<Integer, List<Standing>> chapters = new TreeMap<>();
    for (Standing standing : standings) {
      chapters.computeIfAbsent(standing.id().chapter(), c -> new ArrayList<>()).add(standing);
    }
    chapters.forEach(this::chapter);
    closing(chapters.values());
    lines.add("");
    return String.join("\n", lines.stream().map(String::stripTrailing).toList()) + "\n";
  }

  private void chapter(int number, List<Standing> chapter) {
    boolean closed = chapter.stream().allMatch(Standing::closed);
    if (closed && settings.chapter() >= 0) {
      return; // not what was asked for
    }
    Chapter text = library.chapter(number);
    String title = text.title().isEmpty() ? words.say("chapter", number) : text.title();
    boolean optional = chapter.stream().allMatch(s -> s.optional() || s.predicts());
    String starred = title + (optional && !title.contains("★") ? " ★" : "");
    lines.add("  " + Columns.pad(Columns.shorten(starred, TITLES - 1), TITLES) + state(chapter));
    boolean asked = number == settings.chapter();
    boolean done = chapter.stream().allMatch(Standing::green);
    boolean waiting = optional && chapter.stream().allMatch(Standing::untouched);
    if (asked || !(closed || done || waiting)) {
      for (Standing standing : chapter) {
        lines.addAll(exercises.of(standing, text, first(standing), asked));
      }
    }
  }

  private String state(List<Standing> chapter) {
    List<Standing> spine = chapter.stream().filter(s -> !s.predicts()).toList();
    List<Standing> counted = spine.isEmpty() ? chapter : spine;
    if (counted.stream().allMatch(Standing::closed)) {
      return counted.getFirst().verdicts().getFirst().why();
    }
    long green = counted.stream().filter(Standing::green).count();
    return green == counted.size()
        ? words.say("chapter.done")
        : words.say("chapter.some", green, counted.size());
  }

  // The exercise to do next: its files and where to read are named.
  private boolean first(Standing standing) {
    return standings.stream()
        .filter(s -> !s.green() && !s.closed() && !s.predicts())
        .findFirst()
        .filter(standing::equals)
        .isPresent();
  }

  private void closing(Collection<List<Standing>> chapters) {
    if (settings.seed() != Settings.DEFAULT_SEED) {
      lines.add("");
      lines.add("  " + words.say("seed", settings.seed()));
    }
    if (standings.stream().allMatch(Standing::green)) {
      lines.add("");
      lines.add("  " + words.say(whole(chapters) ? "done.lab" : "done.part"));
    } else if (spineDone()) {
      lines.add("");
      lines.add("  " + words.say("done.spine"));
    }
  }

  private boolean spineDone() {
    return standings.stream().filter(s -> !s.optional() && !s.predicts()).allMatch(Standing::green);
  }

  // Whether nothing that the texts know of was left out.
  private boolean whole(Collection<List<Standing>> chapters) {
    for (List<Standing> chapter : chapters) {
      int number = chapter.getFirst().id().chapter();
      if (library.chapter(number).exercises().size() > chapter.size()
          || chapter.stream().anyMatch(s -> s.count(State.CLOSED) > 0)) {
        return false;
      }
    }
    int next = chapters.stream().mapToInt(c -> c.getFirst().id().chapter()).max().orElse(0) + 1;
    int first = chapters.stream().mapToInt(c -> c.getFirst().id().chapter()).min().orElse(0);
    return library.file(next, "README").isEmpty()
        && (first == 0 || library.file(first - 1, "README").isEmpty());
  }
}
