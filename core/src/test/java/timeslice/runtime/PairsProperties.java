package timeslice.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whether pairs are stored or not, everybody has the partner that was put last. */
class PairsProperties {

  /** Each number says how many tasks come later than the next thread, or are refused theirs. */
  @Property(tries = 300)
  void everybodyHasThePartnerThatWasPutLast(
      @ForAll @Size(max = 60) List<@IntRange(max = 2) Integer> skips,
      @ForAll @IntRange(max = 40) int alike) {
    Pairs pairs = new Pairs();
    Map<Integer, Integer> threads = new HashMap<>();
    int task = 0;
    for (int thread = 0; thread < alike + skips.size(); thread++) {
      task += thread < alike ? 0 : skips.get(thread - alike);
      pairs.put(task, thread);
      threads.put(task++, thread);
    }
    threads.forEach(
        (each, thread) -> {
          assertThat(pairs.threadOf(each)).as("thread of task %d", each).isEqualTo(thread);
          assertThat(pairs.taskOf(thread)).as("task of thread %d", thread).isEqualTo(each);
        });
  }
}
