package timeslice.workbook.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import timeslice.workbook.ExerciseId;

/**
 * Reads a chapter's Markdown ({@code chN/README.md}, {@code chN/hints.md} and their Korean
 * siblings): a pure function from text to values.
 *
 * <p>It forgives what it does not understand; complaining about a text is the contract's work.
 */
public final class ChapterText {
  private static final Pattern EXERCISE = Pattern.compile("(\\d+\\.\\d+)\\s+(★\\s*)?(.*)");
  private static final Pattern ID = Pattern.compile("(\\d+\\.\\d+)(?:\\s.*)?");
  private static final Pattern MINUTES = Pattern.compile("(\\d+)\\s*(?:minutes|분)");
  private static final Pattern LAW = Pattern.compile("<!--\\s*law:\\s*(\\w+)\\s*-->");

  private static final Parser PARSER = Parser.builder().build();

  private ChapterText() {}

  /** The chapter of that number, from the Markdown of its README. */
  public static Chapter chapter(int number, String markdown) {
    String title = "";
    int minutes = 0;
    List<Chapter.Section> sections = new ArrayList<>();
    Open open = null;
    Node document = PARSER.parse(markdown);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        String words = plain(heading);
        if (heading.getLevel() == 1) {
          title = words;
        }
        close(open, sections);
        open = heading.getLevel() == 3 ? Open.at(words) : null;
      } else if (node instanceof Paragraph && node.getFirstChild() instanceof Emphasis line) {
        if (open != null) {
          open.read(line);
        } else if (minutes == 0) {
          minutes = minutes(plain(line));
        }
      } else if (node instanceof BulletList list && open != null) {
        open.readLaws(list);
      }
    }
    close(open, sections);
    return new Chapter(number, title, minutes, sections);
  }

  /** Hints by exercise, from nudge to nearly there. */
  public static Map<ExerciseId, List<String>> hints(String markdown) {
    Map<ExerciseId, List<String>> hints = new TreeMap<>();
    ExerciseId id = null;
    Node document = PARSER.parse(markdown);
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading heading) {
        Matcher matcher = ID.matcher(plain(heading));
        id =
            heading.getLevel() == 2 && matcher.matches()
                ? ExerciseId.parse(matcher.group(1))
                : null;
      } else if (node instanceof OrderedList list && id != null) {
        List<String> texts = hints.computeIfAbsent(id, i -> new ArrayList<>());
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
          texts.add(plain(item));
        }
      }
    }
    return hints;
  }

  /** An exercise's section while it is read. */
  private static final class Open {
    private final ExerciseId id;
    private final String title;
    private final boolean star;
    private final Map<String, String> laws = new LinkedHashMap<>();
    private int minutes;
    private String file = "";

    private Open(Matcher heading) {
      id = ExerciseId.parse(heading.group(1));
      star = heading.group(2) != null;
      title = heading.group(3).strip();
    }

    static @Nullable Open at(String heading) {
      Matcher matcher = EXERCISE.matcher(heading);
      return matcher.matches() ? new Open(matcher) : null;
    }

    void read(Emphasis line) {
      if (minutes > 0) {
        return;
      }
      minutes = minutes(plain(line));
      line.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Code code) {
              if (file.isEmpty() && code.getLiteral().endsWith(".java")) {
                file = code.getLiteral();
              }
            }
          });
    }

    void readLaws(BulletList list) {
      for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
        String key = item instanceof ListItem law ? key(law) : "";
        if (!key.isEmpty()) {
          laws.put(key, plain(item));
        }
      }
    }
  }

  private static void close(@Nullable Open open, List<Chapter.Section> sections) {
    if (open != null) {
      sections.add(
          new Chapter.Section(open.id, open.title, open.star, open.minutes, open.file, open.laws));
    }
  }

  private static int minutes(String words) {
    Matcher matcher = MINUTES.matcher(words);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  // Takes the mark out, so that the item's text is the sentence alone.
  private static String key(ListItem item) {
    List<Node> marks = new ArrayList<>();
    String[] key = {""};
    item.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlInline html) {
            take(html, html.getLiteral());
          }

          @Override
          public void visit(HtmlBlock html) {
            take(html, html.getLiteral());
          }

          private void take(Node node, String literal) {
            Matcher matcher = LAW.matcher(literal);
            if (matcher.find()) {
              key[0] = matcher.group(1);
              marks.add(node);
            }
          }
        });
    marks.forEach(Node::unlink);
    return key[0];
  }

  // The words alone: no emphasis, no addresses of links, no comments.
  private static String plain(Node node) {
    StringBuilder words = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            words.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            words.append(code.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak line) {
            words.append(' ');
          }

          @Override
          public void visit(HardLineBreak line) {
            words.append(' ');
          }
        });
    return words.toString().strip();
  }
}
