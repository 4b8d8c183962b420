package timeslice.workbook.harness;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import timeslice.workbook.run.Verdict;

/** What the harness and a worker say to each other: plain data, every size bounded. */
final class Wire {
  private static final int LONGEST_TEXT = 64 * 1024;
  private static final int LARGEST_CLASS = 16 * 1024 * 1024;
  private static final int MOST = 100_000;

  private Wire() {}

  /** Run these laws, each {@code propertyClass#law}, tests above answers. */
  record Job(
      Map<String, byte[]> answers,
      Map<String, byte[]> tests,
      List<String> answerResources,
      List<String> testResources,
      List<String> laws,
      boolean shrink,
      String seed,
      String language) {

    void write(DataOutputStream out) throws IOException {
      writeClasses(out, answers);
      writeClasses(out, tests);
      writeTexts(out, answerResources);
      writeTexts(out, testResources);
      writeTexts(out, laws);
      out.writeBoolean(shrink);
      writeText(out, seed);
      writeText(out, language);
      out.flush();
    }

    /** The property classes of the laws, in their order. */
    List<String> propertyClasses() {
      return laws.stream().map(law -> law.substring(0, law.indexOf('#'))).distinct().toList();
    }

    static Job read(DataInputStream in) throws IOException {
      return new Job(
          readClasses(in),
          readClasses(in),
          readTexts(in),
          readTexts(in),
          readTexts(in),
          in.readBoolean(),
          readText(in),
          readText(in));
    }
  }

  /** What a worker tells while it works. */
  sealed interface Event {
    /** A law begins. */
    record Started(String propertyClass, String law) implements Event {}

    /** A law has ended. */
    record Finished(String propertyClass, LawResult result) implements Event {}

    /** A whole class could not be run. */
    record Broken(String propertyClass, String why) implements Event {}

    /** The job is over; a worker that is not clean (threads are left) must not be used again. */
    record Ended(boolean clean) implements Event {}

    default void write(DataOutputStream out) throws IOException {
      switch (this) {
        case Started(String propertyClass, String law) -> {
          out.writeByte(1);
          writeText(out, propertyClass);
          writeText(out, law);
        }
        case Finished(String propertyClass, LawResult result) -> {
          out.writeByte(2);
          writeText(out, propertyClass);
          writeVerdict(out, result.verdict());
          out.writeLong(result.took().toNanos());
        }
        case Broken(String propertyClass, String why) -> {
          out.writeByte(4);
          writeText(out, propertyClass);
          writeText(out, why);
        }
        case Ended(boolean clean) -> {
          out.writeByte(3);
          out.writeBoolean(clean);
        }
      }
      out.flush();
    }

    static Event read(DataInputStream in) throws IOException {
      byte kind = in.readByte();
      return switch (kind) {
        case 1 -> new Started(readText(in), readText(in));
        case 2 ->
            new Finished(
                readText(in), new LawResult(readVerdict(in), Duration.ofNanos(in.readLong())));
        case 3 -> new Ended(in.readBoolean());
        case 4 -> new Broken(readText(in), readText(in));
        default -> throw new IOException("unknown event " + kind);
      };
    }
  }

  private static void writeVerdict(DataOutputStream out, Verdict verdict) throws IOException {
    writeText(out, verdict.exercise());
    writeText(out, verdict.properties());
    writeText(out, verdict.law());
    writeText(out, verdict.state().name());
    writeText(out, verdict.why());
    writeTexts(
        out, verdict.example().stream().flatMap(a -> Stream.of(a.name(), a.value())).toList());
    out.writeInt(verdict.tries());
    writeText(out, verdict.seed());
  }

  private static Verdict readVerdict(DataInputStream in) throws IOException {
    String exercise = readText(in);
    String properties = readText(in);
    String law = readText(in);
    String state = readText(in);
    String why = readText(in);
    List<String> flat = readTexts(in);
    var example = new ArrayList<Verdict.Argument>();
    for (int i = 0; i + 1 < flat.size(); i += 2) {
      example.add(new Verdict.Argument(flat.get(i), flat.get(i + 1)));
    }
    return new Verdict(
        exercise,
        properties,
        law,
        Verdict.State.valueOf(state),
        why,
        example,
        in.readInt(),
        readText(in));
  }

  static void writeText(DataOutputStream out, String text) throws IOException {
    String bounded =
        text.length() > LONGEST_TEXT / 4 ? text.substring(0, LONGEST_TEXT / 4) + " …" : text;
    byte[] bytes = bounded.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static String readText(DataInputStream in) throws IOException {
    return new String(readBytes(in, LONGEST_TEXT), StandardCharsets.UTF_8);
  }

  private static void writeTexts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      writeText(out, text);
    }
  }

  private static List<String> readTexts(DataInputStream in) throws IOException {
    int count = atMost(MOST, in.readInt());
    var texts = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      texts.add(readText(in));
    }
    return texts;
  }

  private static void writeClasses(DataOutputStream out, Map<String, byte[]> classes)
      throws IOException {
    out.writeInt(classes.size());
    for (var one : classes.entrySet()) {
      writeText(out, one.getKey());
      out.writeInt(one.getValue().length);
      out.write(one.getValue());
    }
  }

  private static Map<String, byte[]> readClasses(DataInputStream in) throws IOException {
    int count = atMost(MOST, in.readInt());
    var classes = new TreeMap<String, byte[]>();
    for (int i = 0; i < count; i++) {
      classes.put(readText(in), readBytes(in, LARGEST_CLASS));
    }
    return classes;
  }

  private static byte[] readBytes(DataInputStream in, int most) throws IOException {
    byte[] bytes = new byte[atMost(most, in.readInt())];
    in.readFully(bytes);
    return bytes;
  }

  private static int atMost(int most, int size) throws IOException {
    if (size < 0 || size > most) {
      throw new IOException("a size between 0 and " + most + " was expected, got " + size);
    }
    return size;
  }
}
