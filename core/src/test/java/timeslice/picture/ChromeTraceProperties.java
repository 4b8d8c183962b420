package timeslice.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import timeslice.trace.Kind;
import timeslice.trace.Phase;
import timeslice.trace.ReadyCause;
import timeslice.trace.SmallRuns;
import timeslice.trace.StopReason;
import timeslice.trace.TaskTimes;
import timeslice.trace.Trace;
import timeslice.trace.TraceMetrics;
import timeslice.trace.TraceScript;

/** What is written can be opened: the rules of the Trace Event Format, one by one. */
class ChromeTraceProperties {

  @Provide
  Arbitrary<SmallRuns.Case> cases() {
    return SmallRuns.any();
  }

  @Example
  void aSmallRunInFull() {
    TraceScript story = TraceScript.start().taskWithThread(0).run(0, 0, 500).at(1500).gilTaken(0);
    story.at(12_345).gilDropped(0).ended(0).stop(0, 0, StopReason.ENDED);
    assertThat(written(story.trace(), 1, words()))
        .isEqualTo(
            """
            {"displayTimeUnit":"ns","traceEvents":[
            {"ph":"M","pid":1,"name":"process_name","args":{"name":"CPUs"}},
            {"ph":"M","pid":1,"tid":1,"name":"thread_name","args":{"name":"CPU 0"}},
            {"ph":"M","pid":2,"name":"process_name","args":{"name":"tasks"}},
            {"ph":"M","pid":2,"tid":1,"name":"thread_name","args":{"name":"task 0"}},
            {"ph":"M","pid":3,"name":"process_name","args":{"name":"GILs"}},
            {"ph":"M","pid":3,"tid":1,"name":"thread_name","args":{"name":"GIL 0"}},
            {"ph":"X","pid":1,"tid":1,"name":"switch","ts":0.000,"dur":0.500},
            {"ph":"X","pid":1,"tid":1,"name":"thread 0","ts":0.500,"dur":11.845},
            {"ph":"X","pid":2,"tid":1,"name":"a switching","ts":0.000,"dur":0.500},
            {"ph":"X","pid":2,"tid":1,"name":"a running","ts":0.500,"dur":11.845},
            {"ph":"X","pid":1,"tid":1,"name":"task 0","ts":0.500,"dur":11.845},
            {"ph":"B","pid":3,"tid":1,"name":"thread 0","ts":1.500},
            {"ph":"E","pid":3,"tid":1,"ts":12.345}
            ]}
            """);
  }

  @Example
  void whoWakesHasAnArrowToWhoIsWoken() {
    TraceScript story = TraceScript.start().thread(0).run(0, 0).stop(0, 0, StopReason.PARK);
    story.thread(1).run(1, 1).at(7000).ready(0, ReadyCause.WOKEN, 1).at(9000).run(0, 0);
    assertThat(written(story.trace(), 2, words()))
        .contains(
            """
            {"ph":"s","pid":1,"tid":2,"cat":"wake","id":0,"name":"wakes","ts":7.000},
            {"ph":"f","pid":1,"tid":1,"cat":"wake","id":0,"name":"wakes","ts":9.000,"bp":"e"}
            """);
  }

  @Example
  void namesMayContainAnything() {
    Map<String, String> odd = new HashMap<>(wordsByKey());
    odd.put("chrome.cpus", "a \"b\" \\ \n \u0001 é 한");
    ChromeEvent first = events(TraceScript.start().trace(), 1, new Words(odd)).getFirst();
    assertThat(first.fields()).containsEntry("args", Map.of("name", "a \"b\" \\ \n \u0001 é 한"));
  }

  @Example
  void theReaderIsStrict() {
    for (String bad : List.of("[1,]", "{\"a\":1,\"a\":2}", "[01]", "[.5]", "[1] x", "\"\n\"")) {
      assertThatThrownBy(() -> StrictJson.read(bad)).as(bad).isNotNull();
    }
  }

  @Property
  void everyEventHasTheFieldsOfItsPhase(@ForAll("cases") SmallRuns.Case given) {
    Trace trace = given.run().trace();
    for (ChromeEvent event : events(trace, given.machine().cpus(), words())) {
      List<String> needed =
          switch (event.phase()) {
            case "M" -> List.of("ph", "pid", "name", "args");
            case "X" -> List.of("ph", "pid", "tid", "name", "ts", "dur");
            case "B" -> List.of("ph", "pid", "tid", "name", "ts");
            case "E" -> List.of("ph", "pid", "tid", "ts");
            case "s" -> List.of("ph", "pid", "tid", "name", "ts", "id", "cat");
            case "f" -> List.of("ph", "pid", "tid", "name", "ts", "id", "cat", "bp");
            default -> throw new AssertionError("no such phase: " + event);
          };
      assertThat(event.fields()).as("%s", event).containsKeys(needed.toArray(new String[0]));
      event
          .fields()
          .forEach(
              (name, value) -> {
                switch (name) {
                  case "ph", "name", "cat", "bp" ->
                      assertThat(value).as("%s of %s", name, event).isInstanceOf(String.class);
                  case "args" -> assertThat(value).isInstanceOf(Map.class);
                  default -> assertThat(event.number(name)).as(name).isNotNegative();
                }
              });
    }
  }

  @Property
  void whatBeginsOnATrackEnds(@ForAll("cases") SmallRuns.Case given) {
    Map<String, Long> open = new HashMap<>();
    for (ChromeEvent event : events(given.run().trace(), given.machine().cpus(), words())) {
      if (event.phase().equals("B")) {
        assertThat(open.put(event.track(), event.nanos("ts"))).as("%s", event).isNull();
      } else if (event.phase().equals("E")) {
        assertThat(open).containsKey(event.track());
        assertThat(open.remove(event.track())).isLessThanOrEqualTo(event.nanos("ts"));
      }
    }
    assertThat(open).isEmpty();
  }

  @Property
  void slicesOfATrackLieApartOrInsideEachOther(@ForAll("cases") SmallRuns.Case given) {
    Trace trace = given.run().trace();
    Map<String, List<long[]>> tracks = new HashMap<>();
    for (ChromeEvent event : events(trace, given.machine().cpus(), words())) {
      if (event.phase().equals("X")) {
        long from = event.nanos("ts");
        tracks
            .computeIfAbsent(event.track(), _ -> new ArrayList<>())
            .add(new long[] {from, from + event.nanos("dur")});
      }
    }
    tracks.forEach(ChromeTraceProperties::nested);
  }

  private static void nested(String track, List<long[]> slices) {
    slices.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(b[1], a[1]));
    ArrayDeque<Long> open = new ArrayDeque<>();
    for (long[] slice : slices) {
      while (!open.isEmpty() && open.getLast() <= slice[0]) {
        open.removeLast();
      }
      if (!open.isEmpty()) {
        assertThat(slice[1])
            .as("end of a slice on track %s", track)
            .isLessThanOrEqualTo(open.getLast());
      }
      open.add(slice[1]);
    }
  }

  @Property
  void arrowsComeInPairsAndNeverGoBack(@ForAll("cases") SmallRuns.Case given) {
    Trace trace = given.run().trace();
    Map<BigDecimal, Long> left = new HashMap<>();
    int wakes = 0;
    for (ChromeEvent event : events(trace, given.machine().cpus(), words())) {
      if (event.phase().equals("s")) {
        assertThat(left.put(event.number("id"), event.nanos("ts"))).as("%s", event).isNull();
        wakes++;
      } else if (event.phase().equals("f")) {
        assertThat(event.nanos("ts")).isGreaterThanOrEqualTo(left.remove(event.number("id")));
      }
    }
    assertThat(left).isEmpty();
    assertThat(wakes).isEqualTo(wokenByOthers(trace));
  }

  private static int wokenByOthers(Trace trace) {
    int woken = 0;
    for (int i = 0; i < trace.size(); i++) {
      boolean ready = trace.kind(i) == Kind.READY && trace.value(i) >= 0;
      woken += ready && trace.other(i) == ReadyCause.WOKEN.ordinal() ? 1 : 0;
    }
    return woken;
  }

  @Property
  void tracksOfTasksAddUpToTheirTimes(@ForAll("cases") SmallRuns.Case given) {
    Trace trace = given.run().trace();
    TaskTimes times = TraceMetrics.of(trace, given.machine().cpus()).tasks();
    long[] running = new long[times.size()];
    for (ChromeEvent event : events(trace, given.machine().cpus(), words())) {
      if ("a running".equals(event.fields().get("name"))) {
        running[event.number("tid").intValueExact() - 1] += event.nanos("dur");
      }
    }
    for (int task = 0; task < running.length; task++) {
      assertThat(running[task]).as("task %d", task).isEqualTo(times.in(Phase.RUNNING, task));
    }
  }

  private static List<ChromeEvent> events(Trace trace, int cpus, Words words) {
    return ChromeEvent.read(written(trace, cpus, words));
  }

  private static String written(Trace trace, int cpus, Words words) {
    StringBuilder out = new StringBuilder();
    ChromeTrace.write(trace, cpus, words, out::append);
    return out.toString();
  }

  private static Words words() {
    return new Words(wordsByKey());
  }

  private static Map<String, String> wordsByKey() {
    Map<String, String> words = new HashMap<>(PictureWords.states("chrome"));
    words.put("chrome.cpus", "CPUs");
    words.put("chrome.cpu", "CPU {0}");
    words.put("chrome.thread", "thread {0}");
    words.put("chrome.switch", "switch");
    words.put("chrome.tasks", "tasks");
    words.put("chrome.task", "task {0}");
    words.put("chrome.gils", "GILs");
    words.put("chrome.gil", "GIL {0}");
    words.put("chrome.wakes", "wakes");
    return words;
  }
}
