package timeslice.picture;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import timeslice.trace.Choice;
import timeslice.trace.Kind;
import timeslice.trace.StopReason;
import timeslice.trace.Trace;

/**
 * Why the scheduler decided as it did, in words, for every time that a CPU was given to a thread.
 *
 * <p>Words: {@code why.} and the name of each {@link Choice}, where argument 0 is the thread, 1 the
 * CPU, 2 since when the thread was ready and 3 how long that is; and, put behind where others were
 * ready, {@code why.others} (argument 0 lists them, in the order in which they became ready) or
 * {@code why.more} (argument 1 says how many more there were).
 */
public final class Why {
  private static final int NAMED = 8;
  private static final Choice[] CHOICES = Choice.values();
  private static final StopReason[] REASONS = StopReason.values();

  private final Trace trace;
  private final Words words;

  /** Who is ready, by when it became so: thread to time. */
  private final Map<Integer, Long> ready = new LinkedHashMap<>();

  private Why(Trace trace, Words words) {
    this.trace = trace;
    this.words = words;
  }

  /** Hands over a sentence for each event in which a CPU is given to a thread, and its number. */
  public static void forEach(Trace trace, Words words, ObjIntConsumer<String> use) {
    Why why = new Why(trace, words);
    for (int i = 0; i < trace.size(); i++) {
      if (trace.kind(i) == Kind.RUN) {
        use.accept(why.sentence(i), i);
      }
      why.step(i);
    }
  }

  /** The sentence for one event in which a CPU is given to a thread. */
  public static String of(Trace trace, int run, Words words) {
    if (trace.kind(run) != Kind.RUN) {
      throw new IllegalArgumentException(
          "only an event that gives a CPU to a thread has a reason, got " + trace.event(run));
    }
    Why why = new Why(trace, words);
    for (int i = 0; i < run; i++) {
      why.step(i);
    }
    return why.sentence(run);
  }

  private void step(int i) {
    int thread = trace.who(i);
    switch (trace.kind(i)) {
      case READY -> ready.put(thread, trace.time(i));
      case RUN -> ready.remove(thread);
      case STOP -> {
        boolean staysReady =
            switch (REASONS[trace.other(i)]) {
              case QUANTUM, PREEMPTED, YIELDED -> true;
              default -> false;
            };
        if (staysReady) {
          ready.put(thread, trace.time(i));
        }
      }
      default -> {
        // makes nobody ready
      }
    }
  }

  private String sentence(int i) {
    int thread = trace.who(i);
    long since = ready.getOrDefault(thread, trace.time(i));
    String reason =
        words.say(
            "why." + CHOICES[trace.other(i)], thread, trace.cpu(i), since, trace.time(i) - since);
    return reason + others(thread);
  }

  private String others(int thread) {
    int count = ready.size() - (ready.containsKey(thread) ? 1 : 0);
    if (count == 0) {
      return "";
    }
    String list = firstOthers(thread);
    return count <= NAMED
        ? words.say("why.others", list)
        : words.say("why.more", list, count - NAMED);
  }

  // Thousands may be ready, so that nobody is looked at who will not be named.
  private String firstOthers(int thread) {
    StringBuilder list = new StringBuilder();
    int named = 0;
    for (Iterator<Integer> all = ready.keySet().iterator(); all.hasNext() && named < NAMED; ) {
      int other = all.next();
      if (other != thread) {
        list.append(named++ == 0 ? "" : ", ").append(other);
      }
    }
    return list.toString();
  }
}
