package timeslice.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceEventTest {

  @Test
  void anEventIsASentence() {
    TraceScript story = TraceScript.start().at(120).taskWithThread(3);
    story.at(125).run(0, 3, 50).at(400).ready(2, ReadyCause.WOKEN, 3);
    story.stop(0, 3, StopReason.LOCK, 7).unmount(3, 3, StopReason.YIELDED);
    Trace trace = story.trace();
    assertThat(trace.event(0)).hasToString("at 120 task 3 is created");
    assertThat(trace.event(1)).hasToString("at 120 thread 3 is created in process 0");
    assertThat(trace.event(2)).hasToString("at 120 thread 3 is ready: CREATED");
    assertThat(trace.event(4))
        .hasToString("at 125 CPU 0 is given to thread 3: UNSAID, first instruction at 175");
    assertThat(trace.event(5)).hasToString("at 400 thread 2 is ready: WOKEN by thread 3");
    assertThat(trace.event(6)).hasToString("at 400 thread 3 leaves CPU 0: LOCK 7");
    assertThat(trace.event(7)).hasToString("at 400 task 3 is unmounted from thread 3: YIELDED");
  }

  @Test
  void everyKindHasWordsOfItsOwn() {
    assertThat(Kind.values())
        .extracting(kind -> new TraceEvent(1, kind, 2, 3, 1, 1).toString())
        .doesNotHaveDuplicates()
        .allSatisfy(words -> assertThat(words).startsWith("at 1 ").doesNotContain("null"));
  }
}
