package timeslice.picture;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import timeslice.trace.CpuTurn;
import timeslice.trace.GilHold;
import timeslice.trace.Phase;
import timeslice.trace.ReadyCause;
import timeslice.trace.TaskSpan;
import timeslice.trace.Trace;
import timeslice.trace.TraceReplay;

/**
 * A run in the Trace Event Format of Chrome, which Perfetto (ui.perfetto.dev) opens: CPUs with the
 * threads and tasks on them, tasks with what they do, who holds each GIL, and arrows from who wakes
 * to who is woken.
 *
 * <p>It is written piece by piece, in time that grows with the trace. Words: {@code chrome.cpus},
 * {@code chrome.cpu} (number), {@code chrome.thread} (number), {@code chrome.switch}, {@code
 * chrome.tasks}, {@code chrome.task} (number), {@code chrome.gils}, {@code chrome.gil} (number),
 * {@code chrome.wakes}, and {@code chrome.state.…} as in {@link TraceFigure}. The format: Duca and
 * Sinclair, "Trace Event Format" (Google, 2016).
 */
public final class ChromeTrace {
  private static final int CPUS = 1;
  private static final int TASKS = 2;
  private static final int GILS = 3;
  private static final ReadyCause[] CAUSES = ReadyCause.values();

  private final Trace trace;
  private final Words words;
  private final TraceJson json;
  private int flows;

  private ChromeTrace(Trace trace, Words words, TraceJson json) {
    this.trace = trace;
    this.words = words;
    this.json = json;
  }

  /**
   * Writes a run.
   *
   * @param cpus how many hardware threads the machine had
   * @param out takes the text, in pieces
   */
  public static void write(Trace trace, int cpus, Words words, Consumer<? super String> out) {
    TraceJson json = new TraceJson(out);
    ChromeTrace chrome = new ChromeTrace(trace, words, json);
    chrome.names(cpus);
    CpuTurn.forEach(trace, chrome::turn);
    TaskSpan.forEach(trace, chrome::span);
    GilHold.forEach(trace, chrome::hold);
    chrome.wakes();
    json.close();
  }

  private void names(int cpus) {
    json.process(CPUS, words.say("chrome.cpus"));
    for (int cpu = 0; cpu < cpus; cpu++) {
      json.track(CPUS, cpu, words.say("chrome.cpu", cpu));
    }
    json.process(TASKS, words.say("chrome.tasks"));
    int tasks = Lives.count(trace);
    for (int task = 0; task < tasks; task++) {
      json.track(TASKS, task, words.say("chrome.task", task));
    }
    int interpreters = 0;
    for (GilHold hold : GilHold.all(trace)) {
      interpreters = Math.max(interpreters, hold.interpreter() + 1);
    }
    if (interpreters > 0) {
      json.process(GILS, words.say("chrome.gils"));
    }
    for (int interpreter = 0; interpreter < interpreters; interpreter++) {
      json.track(GILS, interpreter, words.say("chrome.gil", interpreter));
    }
  }

  private void turn(CpuTurn turn) {
    if (turn.from() < turn.computesFrom()) {
      String name = words.say("chrome.switch");
      json.slice(CPUS, turn.cpu(), name, turn.from(), turn.computesFrom());
    }
    String name = words.say("chrome.thread", turn.thread());
    json.slice(CPUS, turn.cpu(), name, turn.computesFrom(), turn.end());
  }

  private void span(TaskSpan span) {
    String state = words.say("chrome.state." + Look.of(span).key);
    json.slice(TASKS, span.task(), state, span.from(), span.to());
    if (span.phase() == Phase.RUNNING) {
      String name = words.say("chrome.task", span.task());
      json.slice(CPUS, span.cpu(), name, span.from(), span.to());
    }
  }

  private void hold(GilHold hold) {
    json.begin(GILS, hold.interpreter(), words.say("chrome.thread", hold.thread()), hold.from());
    json.end(GILS, hold.interpreter(), hold.to());
  }

  /** An arrow is written when it arrives: who is woken and never runs has none. */
  private void wakes() {
    TraceReplay before = new TraceReplay(trace);
    Arrows toThreads = new Arrows(CPUS);
    Arrows toTasks = new Arrows(TASKS);
    for (int i = 0; i < trace.size(); i++) {
      int who = trace.who(i);
      long now = trace.time(i);
      switch (trace.kind(i)) {
        case READY -> {
          int waker = (int) trace.value(i);
          if (CAUSES[trace.other(i)] == ReadyCause.WOKEN && waker >= 0) {
            toThreads.leave(who, before.cpuOf(waker), now);
          }
        }
        case RUN -> toThreads.arrive(who, trace.cpu(i), now);
        case TASK_READY -> toTasks.leave(who, trace.other(i), now);
        case MOUNTED -> toTasks.arrive(who, who, now);
        default -> {
          // wakes nobody
        }
      }
      before.step();
    }
  }

  /** Arrows that have left and not arrived yet, by whom they go to. */
  private final class Arrows {
    private final int process;
    private final Map<Integer, long[]> leaving = new HashMap<>();

    Arrows(int process) {
      this.process = process;
    }

    void leave(int to, int track, long at) {
      if (track >= 0) {
        leaving.put(to, new long[] {track, at});
      }
    }

    void arrive(int to, int track, long at) {
      long[] from = leaving.remove(to);
      if (from != null) {
        json.arrow(process, flows++, words.say("chrome.wakes"), (int) from[0], from[1], track, at);
      }
    }
  }
}
